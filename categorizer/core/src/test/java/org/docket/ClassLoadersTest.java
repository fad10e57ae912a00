/* SPDX-License-Identifier: Apache-2.0 */
package org.docket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * OpenNLP in the class loader of a server, Docket in that of an application below it, as docs/
 * opennlp.md says of application servers, Spark and Flink.
 */
class ClassLoadersTest {

  private static final String ADMITTED = "OPENNLP_EXT_ALLOWED_PACKAGES";

  private final ClassLoader before = Thread.currentThread().getContextClassLoader();
  private final URLClassLoader parent =
      loader(ClassLoadersTest::isOpenNlp, ClassLoader.getPlatformClassLoader());
  private final URLClassLoader child = loader(entry -> !isOpenNlp(entry), parent);

  @AfterEach
  void close() throws Exception {
    Thread.currentThread().setContextClassLoader(before);
    System.clearProperty(ADMITTED);
    child.close();
    parent.close();
  }

  @Test
  void ourOwnDoorLoads() throws Exception {
    Object ours =
        child
            .loadClass("org.docket.LstmDocumentCategorizer")
            .getMethod("load", Path.class)
            .invoke(null, GoldenAnswers.MODEL);
    assertThat(ours.getClass().getClassLoader()).isSameAs(child);
    double[] answer =
        (double[])
            ours.getClass()
                .getMethod("categorize", String[].class)
                .invoke(ours, (Object) new String[] {"late", "fee"});
    assertThat(answer)
        .isEqualTo(
            LstmDocumentCategorizer.load(GoldenAnswers.MODEL)
                .categorize(new String[] {"late", "fee"}));
  }

  /** Most texts need no Lucene, so that the first that does may come days later. */
  @Test
  void withoutLuceneTheModelDoesNotEvenLoad() throws Exception {
    try (URLClassLoader without =
        loader(entry -> !entry.contains("lucene-analysis"), ClassLoader.getPlatformClassLoader())) {
      assertThatThrownBy(
              () ->
                  without
                      .loadClass("org.docket.LstmDocumentCategorizer")
                      .getMethod("load", Path.class)
                      .invoke(null, GoldenAnswers.MODEL))
          .rootCause()
          .isInstanceOf(ClassNotFoundException.class)
          .hasMessageContaining("org.apache.lucene.analysis");
    }
  }

  @Test
  void theSharedOneLoads() throws Exception {
    Object shared =
        child
            .loadClass("org.docket.SharedCategorizer")
            .getMethod("of", String.class)
            .invoke(null, GoldenAnswers.MODEL.toString());
    assertThat((List<?>) shared.getClass().getMethod("categories").invoke(shared)).hasSize(9);
  }

  @Test
  void openNlpInTheParentDoesNotSeeOurClasses() {
    System.setProperty(ADMITTED, "org.docket.");
    Thread.currentThread().setContextClassLoader(child);
    assertThatThrownBy(this::throughOpenNlp)
        .isInstanceOf(InvocationTargetException.class)
        .rootCause()
        .hasMessageEndingWith(
            "the class or service org.docket.opennlp.LstmDoccatFactory could not be located!");
  }

  @Test
  void openNlpBesideUsDoes() throws Exception {
    try (URLClassLoader both = loader(entry -> true, ClassLoader.getPlatformClassLoader())) {
      System.setProperty(ADMITTED, "org.docket.");
      assertThat(throughOpenNlp(both)).isNotNull();
    }
  }

  private Object throughOpenNlp() throws Exception {
    return throughOpenNlp(child);
  }

  private static Object throughOpenNlp(ClassLoader loader) throws Exception {
    return loader
        .loadClass("opennlp.tools.doccat.DoccatModel")
        .getConstructor(Path.class)
        .newInstance(GoldenAnswers.MODEL);
  }

  private static boolean isOpenNlp(String entry) {
    return entry.contains("opennlp-tools") || entry.contains("slf4j");
  }

  private static URLClassLoader loader(Predicate<String> entries, ClassLoader parent) {
    URL[] urls =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entries)
            .map(ClassLoadersTest::url)
            .toArray(URL[]::new);
    return new URLClassLoader(urls, parent);
  }

  private static URL url(String entry) {
    try {
      return Path.of(entry).toUri().toURL();
    } catch (MalformedURLException e) {
      throw new AssertionError(e);
    }
  }
}
