/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A stock model with a feature generator of somebody's own: in a jar beside the plugin's, compiled
 * against the name that OpenNLP has there.
 */
class OwnFeatureGeneratorIT {

  private static final String ALLOWED = "OPENNLP_EXT_ALLOWED_PACKAGES";

  /** Text in capitals is known to a model of small letters. */
  private static final String SOURCE =
      """
      package acme;

      import java.util.Collection;
      import java.util.Locale;
      import java.util.Map;
      import java.util.stream.Stream;
      import org.docket.shaded.opennlp.tools.doccat.FeatureGenerator;

      public class SmallLetters implements FeatureGenerator {
        @Override
        public Collection<String> extractFeatures(String[] text, Map<String, Object> more) {
          if (text.length > 0 && text[0].equals("broken")) {
            throw new IllegalStateException("cannot read this");
          }
          return Stream.of(text).map(t -> "bow=" + t.toLowerCase(Locale.ROOT)).toList();
        }
      }
      """;

  @TempDir Path folder;

  @AfterEach
  void allowNothing() {
    System.clearProperty(ALLOWED);
  }

  @Test
  void tagsIfItsPackageIsAllowed() throws Exception {
    System.setProperty(ALLOWED, "acme");
    try (Fixture fixture = fixture()) {
      Http solr = fixture.start();
      assertThat(fixture.server().coreFailures()).isEmpty();
      solr.add("own", "{\"complaint_id\":\"1\",\"narrative\":\"MY HOUSE AND THE ESCROW\"}");
      assertThat(solr.document("own", "1").path("predicted_category").asText())
          .isEqualTo("mortgage");
    }
  }

  /** Nothing else that a Solr tags with can fail at a text. */
  @Test
  void aTextThatCannotBeCategorizedIsTreatedAsConfigured() throws Exception {
    System.setProperty(ALLOWED, "acme");
    try (Fixture fixture = fixture()) {
      Http solr = fixture.start();
      String good = "{\"complaint_id\":\"1\",\"narrative\":\"MY HOUSE AND THE ESCROW\"}";
      String bad = "{\"complaint_id\":\"2\",\"narrative\":\"broken house\"}";
      String both = "[" + good + "," + bad + "]";

      assertThat(solr.add("own", both).at("/error/msg").asText())
          .contains("the text of document 2 cannot be categorized")
          .contains("cannot read this", "doccat.onFailure=skip");
      solr.add("own", "[]");
      assertThat(solr.found("own", "q=complaint_id:1")).isEqualTo(1);
      assertThat(solr.found("own", "q=complaint_id:2")).isZero();

      solr.add("own", both, "doccat.onFailure=skip", "doccat.failureField=tags");
      JsonNode skipped = solr.document("own", "2");
      assertThat(skipped.has("predicted_category")).isFalse();
      assertThat(skipped.path("predicted_review").asText()).isEqualTo("failed");
      assertThat(skipped.at("/tags/0").asText())
          .isEqualTo("java.lang.IllegalStateException: cannot read this");
      assertThat(solr.document("own", "1").path("predicted_category").asText())
          .isEqualTo("mortgage");

      solr.add("own", both, "doccat.onFailure=fallback", "doccat.fallback=other");
      assertThat(solr.document("own", "2").path("predicted_category").asText()).isEqualTo("other");
    }
  }

  @Test
  void isToldAtStartIfItsPackageIsNotAllowed() throws Exception {
    try (Fixture fixture = fixture()) {
      fixture.start();
      assertThat(fixture.server().coreFailures().get("own"))
          .contains("own.bin is not a usable model: Class 'acme.SmallLetters' is not in an allowed")
          .contains(ALLOWED);
    }
  }

  private Fixture fixture() throws Exception {
    Fixture fixture = Fixture.create(folder);
    Path home = fixture.home().folder();
    jar(home.resolve("lib"));
    Path model = Files.copy(home.resolve("models/tiny.bin"), home.resolve("models/own.bin"));
    try (FileSystem zip = FileSystems.newFileSystem(model)) {
      Path manifest = zip.getPath("manifest.properties");
      String text = Files.readString(manifest, StandardCharsets.ISO_8859_1);
      Files.writeString(
          manifest,
          text.replaceAll(
              "(?m)^doccat.featureGenerators=.*", "doccat.featureGenerators=acme.SmallLetters"),
          StandardCharsets.ISO_8859_1);
    }
    return fixture.core("own", "models/own.bin");
  }

  /** Compiles it against the plugin's jar and puts it beside that. */
  private void jar(Path lib) throws IOException {
    Path source = Files.writeString(folder.resolve("SmallLetters.java"), SOURCE);
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-cp", plugin(lib), "-d", folder.toString(), source.toString());
    assertThat(failed).isZero();
    try (FileSystem jar =
        FileSystems.newFileSystem(lib.resolve("acme.jar"), Map.of("create", "true"))) {
      Files.createDirectory(jar.getPath("acme"));
      Files.copy(folder.resolve("acme/SmallLetters.class"), jar.getPath("acme/SmallLetters.class"));
    }
  }

  private static String plugin(Path lib) throws IOException {
    try (Stream<Path> files = Files.list(lib)) {
      return files.map(Path::toString).filter(f -> f.endsWith(".jar")).findAny().orElseThrow();
    }
  }
}
