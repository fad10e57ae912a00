/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.linkage;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one folder's classes use of another's.
 *
 * @param classes of the plugin; what they use comes with them
 */
record Linkage(JavaClasses classes) {

  private static final String OURS = "org.docket.";
  private static final List<String> THEIRS =
      List.of("org.apache.solr.", "org.apache.lucene.", "org.noggit.", "org.slf4j.");

  /** Of these folders' jars alone, and the JDK. */
  static Linkage of(Path plugin, Path solr) {
    return ArchConfiguration.withThreadLocalScope(
        configuration -> {
          configuration.setClassResolver(JarClassResolver.class);
          configuration.setClassResolverArguments(solr.toString());
          List<Location> jars =
              JarClassResolver.jars(plugin).stream().map(Linkage::location).toList();
          return new Linkage(new ClassFileImporter().importLocations(jars));
        });
  }

  /** Each class and member of Solr, Lucene and slf4j that our classes name in their code. */
  Set<String> uses() {
    return accesses(Set.of())
        .map(access -> access.getTarget().getFullName())
        .collect(Collectors.toSet());
  }

  /**
   * What our classes use, and is not there: "class uses what".
   *
   * @param exceptions the classes of ours that are left out, with those inside them
   */
  Set<String> missing(Set<String> exceptions) {
    return Stream.concat(missingMembers(exceptions), missingClasses(exceptions))
        .collect(Collectors.toSet());
  }

  private Stream<String> missingMembers(Set<String> exceptions) {
    return accesses(exceptions)
        .filter(access -> !isThere(access.getTarget()))
        .map(access -> uses(access.getOriginOwner(), access.getTarget().getFullName()));
  }

  /** A method of the same name that returns something else is another one. */
  private static boolean isThere(AccessTarget target) {
    return target
        .resolveMember()
        .filter(
            member ->
                !(member instanceof JavaMethod method)
                    || !(target instanceof MethodCallTarget call)
                    || method.getRawReturnType().equals(call.getRawReturnType()))
        .isPresent();
  }

  private Stream<String> missingClasses(Set<String> exceptions) {
    return ours(exceptions)
        .flatMap(ours -> ours.getDirectDependenciesFromSelf().stream())
        .filter(dependency -> isTheirs(dependency.getTargetClass()))
        .filter(dependency -> !dependency.getTargetClass().isFullyImported())
        .map(
            dependency -> uses(dependency.getOriginClass(), dependency.getTargetClass().getName()));
  }

  private Stream<JavaAccess<?>> accesses(Set<String> exceptions) {
    return ours(exceptions)
        .flatMap(ours -> ours.getAccessesFromSelf().stream())
        .filter(access -> isTheirs(access.getTargetOwner()));
  }

  private Stream<JavaClass> ours(Set<String> exceptions) {
    return classes.stream()
        .filter(c -> c.getName().startsWith(OURS))
        .filter(c -> !exceptions.contains(c.getName().replaceFirst("\\$.*", "")));
  }

  private static boolean isTheirs(JavaClass c) {
    return THEIRS.stream().anyMatch(c.getBaseComponentType().getName()::startsWith);
  }

  private static String uses(JavaClass ours, String theirs) {
    return ours.getName() + " uses " + theirs;
  }

  private static Location location(URL jar) {
    return Location.of(URI.create("jar:" + jar + "!/"));
  }
}
