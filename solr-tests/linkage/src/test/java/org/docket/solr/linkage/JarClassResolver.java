/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.linkage;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.resolvers.ClassResolver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the classes that others use in the jars of one folder, or in the JDK: what is on the class
 * path does not help. A class is read when it is asked for, of thousands only some dozens.
 */
public final class JarClassResolver implements ClassResolver {

  private final ClassLoader jars;
  private ClassUriImporter importer;

  /**
   * Called by ArchUnit.
   *
   * @param arguments the folder
   */
  public JarClassResolver(List<String> arguments) {
    URL[] urls = jars(Path.of(arguments.get(0))).toArray(URL[]::new);
    this.jars = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
  }

  @Override
  public void setClassUriImporter(ClassUriImporter classUriImporter) {
    importer = classUriImporter;
  }

  @Override
  public Optional<JavaClass> tryResolve(String typeName) {
    URL found = jars.getResource(typeName.replace('.', '/') + ".class");
    return found == null ? Optional.empty() : importer.tryImport(uri(found));
  }

  static List<URL> jars(Path folder) {
    List<URL> jars = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.jar")) {
      for (Path file : files) {
        jars.add(file.toUri().toURL());
      }
      return jars;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static URI uri(URL url) {
    try {
      return url.toURI();
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
