/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.solr.common.SolrException;
import org.apache.solr.common.SolrException.ErrorCode;
import org.apache.solr.common.SolrInputDocument;
import org.apache.solr.common.util.NamedList;
import org.apache.solr.core.SolrCore;
import org.apache.solr.response.SolrQueryResponse;
import org.apache.solr.update.AddUpdateCommand;
import org.apache.solr.update.processor.UpdateRequestProcessor;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.docket.solr.model.SharedModels;
import org.docket.solr.update.RecordingProcessor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DoccatUpdateProcessorFactoryTest {

  private static final EmbeddedSolr SOLR = EmbeddedSolr.shared();
  private static SolrCore core;

  private final RecordingProcessor next = new RecordingProcessor("c_string");
  private final DoccatUpdateProcessorFactory factory = new DoccatUpdateProcessorFactory();

  @BeforeAll
  static void start() throws Exception {
    TinyModel.write(SOLR.home().resolve("tiny.bin"));
    core = SOLR.core("core", "");
  }

  @Test
  void tags() throws Exception {
    factory.init(args());
    factory.inform(core);
    add(Map.of());

    assertThat(next.events()).containsExactly("1 Mortgage");
  }

  @Test
  void aRequestOverridesWhatItMay() throws Exception {
    factory.init(args("doccat.overwrite", "true"));
    factory.inform(core);
    add(Map.of("doccat.scoreField", "other_double"));

    SolrInputDocument document = next.adds().get(0).solrDoc;
    assertThat(document.getFieldNames()).contains("other_double").doesNotContain("score_double");
    assertThat(next.events()).containsExactly("1 Mortgage");
  }

  @Test
  void passesOnWhenSwitchedOff() {
    factory.init(args());
    factory.inform(core);

    assertThat(instance(Map.of("doccat", "false"))).isSameAs(next);
  }

  @Test
  void wrongParametersOfTheFactory() {
    assertFails(
        () -> factory.init(args("doccat.treshold", "1")),
        ErrorCode.SERVER_ERROR,
        "Docket: unknown parameter 'doccat.treshold' (did you mean \"doccat.threshold\"?); known are");
    assertFails(
        () -> factory.init(args("doccat.maxChars", "0")),
        ErrorCode.SERVER_ERROR,
        "Docket: doccat.maxChars is 0; it must be at least 1");
  }

  @Test
  void wrongParametersOfARequest() {
    factory.init(args());
    factory.inform(core);

    assertFails(
        () -> instance(Map.of("doccat.fl", "other")),
        ErrorCode.BAD_REQUEST,
        "Docket: doccat.fl cannot be set by a request; set it in solrconfig.xml");
    assertFails(
        () -> instance(Map.of("doccat.nonsense", "1")),
        ErrorCode.BAD_REQUEST,
        "Docket: unknown parameter 'doccat.nonsense'; known are doccat, ");
    assertFails(
        () -> instance(Map.of("doccat.scoreField", "x_int")),
        ErrorCode.BAD_REQUEST,
        "Docket: doccat.scoreField is 'x_int', whose type pint");
  }

  @Test
  void aSchemaThatDoesNotFit() {
    factory.init(args("doccat.categoryField", "x_int"));

    assertFails(
        () -> factory.inform(core),
        ErrorCode.SERVER_ERROR,
        "Docket: doccat.categoryField is 'x_int', whose type pint");
  }

  @Test
  void aModelThatIsNotThere() {
    factory.init(args("doccat.model", "nowhere.bin"));

    assertFails(
        () -> factory.inform(core),
        ErrorCode.SERVER_ERROR,
        "Docket: doccat.model is 'nowhere.bin': there is no file "
            + SOLR.home().resolve("nowhere.bin"));
  }

  @Test
  void theModelGoesWithTheCore() throws Exception {
    int before = SharedModels.NODE.size();
    TinyModel.write(SOLR.conf("short").resolve("other.bin"));
    factory.init(args("doccat.model", "other.bin"));
    factory.inform(SOLR.core("short", ""));
    assertThat(SharedModels.NODE.size()).isEqualTo(before + 1);

    SOLR.unload("short");
    assertThat(SharedModels.NODE.size()).isEqualTo(before);
  }

  private void add(Map<String, String> params) throws Exception {
    try (UpdateRequestProcessor processor = instance(params)) {
      AddUpdateCommand command = new AddUpdateCommand(null);
      command.solrDoc = new SolrInputDocument("id", "1", "body_text", "They took my house");
      processor.processAdd(command);
      processor.finish();
    }
    next.events().remove("finish");
  }

  private UpdateRequestProcessor instance(Map<String, String> params) {
    return factory.getInstance(EmbeddedSolr.request(core, params), new SolrQueryResponse(), next);
  }

  /** The least that the factory needs, with one parameter more or another value for it. */
  private static NamedList<Object> args(String... parameter) {
    NamedList<Object> args = new NamedList<>();
    args.add("doccat.model", "tiny.bin");
    args.add("doccat.fl", "body_text");
    args.add("doccat.categoryField", "c_string");
    args.add("doccat.scoreField", "score_double");
    if (parameter.length > 0) {
      args.remove(parameter[0]);
      args.add(parameter[0], parameter[1]);
    }
    return args;
  }

  private static void assertFails(ThrowingCallable call, ErrorCode code, String message) {
    assertThatThrownBy(call)
        .isInstanceOf(SolrException.class)
        .hasMessageStartingWith(message)
        .extracting(e -> ((SolrException) e).code())
        .isEqualTo(code.code);
  }
}
