/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a core says when it cannot start, as its administrator sees it over HTTP. */
class CoreStartIT {

  private static final String SCORE = "<str name=\"doccat.scoreField\">predicted_score</str>";
  private static final String CATEGORY = "<field name=\"predicted_category\" type=\"%s\"/>";
  private static final String FL = "<str name=\"doccat.fl\">narrative</str>";

  @TempDir static Path folder;
  private static Fixture fixture;
  private static Http solr;
  private static JsonNode failures;
  private static int log;

  @BeforeAll
  static void start() throws Exception {
    log = Fixture.logEnd();
    fixture = Fixture.create(folder);
    Path home = fixture.home().folder();
    Path outside = Files.copy(home.resolve("models/tiny.bin"), folder.resolve("outside.bin"));
    Files.writeString(home.resolve("models/broken.bin"), "not a model");
    fixture
        .core("good")
        .core("absolute", home.resolve("models/tiny.bin").toAbsolutePath().toString())
        .core("resource", "own.bin")
        .core("brokenresource", "own.bin")
        .core("resourcefolder", "lang")
        .core("missing", "models/nowhere.bin")
        .core("broken", "models/broken.bin")
        .core("folder", "models")
        .core("outside", outside.toAbsolutePath().toString())
        .core("climbing", "../outside.bin")
        .coreWith("unknown", SCORE, SCORE + "<str name=\"doccat.treshold\">0.5</str>")
        .coreWith("nofield", "predicted_score</str>", "score_of_it</str>")
        .coreWith("nosource", FL, "")
        .coreWithSchema(
            "numbers",
            String.format(Locale.ROOT, CATEGORY, "string"),
            String.format(Locale.ROOT, CATEGORY, "plong"))
        .coreWithSchema(
            "words",
            String.format(Locale.ROOT, CATEGORY, "string"),
            String.format(Locale.ROOT, CATEGORY, "text_en"))
        .coreWith(
            "unenforced",
            "predicted_score</str>",
            "score_of_it</str><bool name=\"doccat.enforceSchema\">false</bool>");
    Files.copy(outside, home.resolve("resource/conf/own.bin"));
    Files.writeString(home.resolve("brokenresource/conf/own.bin"), "not a model");
    Files.createDirectory(home.resolve("resourcefolder/conf/lang"));
    solr = fixture.start();
    failures = solr.get("/admin/cores?action=STATUS").get("initFailures");
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  @Test
  void goodCoresStartBesideBadOnes() {
    assertThat(failures.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "missing",
            "broken",
            "brokenresource",
            "resourcefolder",
            "folder",
            "outside",
            "climbing",
            "unknown",
            "nofield",
            "nosource",
            "numbers",
            "words");
    assertThat(fixture.server().coreFailures().keySet())
        .containsExactlyInAnyOrderElementsOf(failures::fieldNames);
  }

  @Test
  void modelThatIsMissing() {
    assertThat(failure("missing"))
        .contains("doccat.model is 'models/nowhere.bin'", "there is no file", "configset");
  }

  @Test
  void modelThatIsBroken() {
    assertThat(failure("broken"))
        .contains("doccat.model is 'models/broken.bin'", "broken.bin is not a usable model");
  }

  @Test
  void resourceThatIsBrokenIsNamedAsTheConfigurationNamesIt() {
    assertThat(failure("brokenresource"))
        .contains(
            "doccat.model is 'own.bin': the configset's resource own.bin is not a usable model:");
  }

  @Test
  void resourceThatIsThereAndCannotBeReadIsNotCalledMissing() {
    assertThat(failure("resourcefolder"))
        .contains("doccat.model is 'lang': the configset's resource lang cannot be read:")
        .doesNotContain("there is no file");
  }

  @Test
  void categoryFieldThatDoesNotKeepCategories() {
    assertThat(failure("numbers"))
        .contains(
            "doccat.categoryField is 'predicted_category', whose type plong (LongPointField) does "
                + "not keep categories as they are; make it a string field");
    assertThat(failure("words")).contains("whose type text_en (TextField) does not keep");
  }

  @Test
  void modelThatIsAFolder() {
    assertThat(failure("folder")).contains("doccat.model is 'models'", "is a folder");
  }

  @Test
  void modelWhereSolrDoesNotAllowIt() {
    assertThat(failure("outside")).contains("doccat.model is '", "outside.bin", "allowPaths");
    assertThat(failure("climbing")).contains("doccat.model is '../outside.bin'", "allowPaths");
  }

  @Test
  void unknownParameter() {
    assertThat(failure("unknown"))
        .contains(
            "unknown parameter 'doccat.treshold' (did you mean \"doccat.threshold\"?); known are doccat, doccat.model, doccat.fl, ");
  }

  @Test
  void fieldThatIsNotInTheSchema() {
    assertThat(failure("nofield"))
        .contains("doccat.scoreField names the field 'score_of_it', which is not in the schema");
  }

  @Test
  void sourceFieldsMissing() {
    assertThat(failure("nosource")).contains("doccat.fl is missing");
  }

  @Test
  void modelByAbsolutePathOrBesideTheConfiguration() throws Exception {
    for (String core : new String[] {"good", "absolute", "resource"}) {
      solr.add(core, "{\"complaint_id\":\"1\",\"narrative\":\"credit card fee\"}");
      assertThat(solr.document(core, "1").path("predicted_category").asText())
          .as(core)
          .isEqualTo("cards");
    }
  }

  @Test
  void fieldsAreNotCheckedWhenToldSo() throws Exception {
    JsonNode answer =
        solr.add("unenforced", "{\"complaint_id\":\"1\",\"narrative\":\"credit card\"}");
    assertThat(answer.at("/error/msg").asText()).contains("unknown field 'score_of_it'");
    assertThat(Fixture.told(log, "WARN", "unenforced"))
        .singleElement()
        .asString()
        .startsWith(
            "documents will fail, or their tags will be useless: doccat.scoreField names the field"
                + " 'score_of_it', which is not in the schema; add <field name=\"score_of_it\""
                + " type=\"pdouble\"/>");
  }

  private static String failure(String core) {
    return failures.path(core).asText();
  }
}
