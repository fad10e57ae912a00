/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.solr.common.SolrException;
import org.apache.solr.common.SolrException.ErrorCode;
import org.apache.solr.common.util.NamedList;
import org.apache.solr.common.util.SimpleOrderedMap;
import org.apache.solr.core.SolrCore;
import org.apache.solr.handler.RequestHandlerBase;
import org.apache.solr.request.SolrRequestHandler;
import org.apache.solr.response.SolrQueryResponse;
import org.apache.solr.security.PermissionNameProvider.Name;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DoccatRequestHandlerTest {

  private static final EmbeddedSolr SOLR = EmbeddedSolr.shared();
  private static final String TAGGER =
      """
      <processor class="org.docket.solr.DoccatUpdateProcessorFactory">
        <str name="doccat.model">tiny.bin</str>
        <str name="doccat.fl">body_text</str>
        <str name="doccat.categoryField">%s</str>
      </processor>
      """;
  private static final String CHAIN =
      """
      <updateRequestProcessorChain name="%s">
        %s
        <processor class="solr.RunUpdateProcessorFactory"/>
      </updateRequestProcessorChain>
      """;

  @BeforeAll
  static void model() throws Exception {
    TinyModel.write(SOLR.home().resolve("tiny.bin"));
  }

  @Test
  void isThereWhereverATaggerIs() throws Exception {
    SolrCore core = SOLR.core("handler-one", chain("one", "a_string"));

    assertThat(core.getRequestHandler("/doccat")).isInstanceOf(DoccatRequestHandler.class);
    assertThat(ask(core, Map.of("text", "my house")).getValues().get("tag"))
        .hasToString("{a_string=Mortgage}");
  }

  @Test
  void leavesThePlaceToWhatIsThere() throws Exception {
    String taken = "<requestHandler name=\"/doccat\" class=\"solr.DumpRequestHandler\"/>";
    SolrCore core = SOLR.core("handler-taken", chain("one", "a_string") + taken);

    assertThat(core.getRequestHandler("/doccat").getClass().getSimpleName())
        .isEqualTo("DumpRequestHandler");
  }

  @Test
  void taggersAreToldApartByChainAndField() throws Exception {
    SolrCore core = SOLR.core("handler-two", chain("one", "a_string") + chain("two", "b_string"));

    assertRefused(
        ask(core, Map.of("text", "my house")),
        "Docket: several taggers are meant; choose one by 'chain' or 'categoryField' of: "
            + "chain=one categoryField=a_string; chain=two categoryField=b_string");
    assertThat(ask(core, Map.of("text", "my house", "chain", "two")).getValues().get("tag"))
        .hasToString("{b_string=Mortgage}");
    assertThat(
            ask(core, Map.of("text", "my house", "categoryField", "a_string"))
                .getValues()
                .get("tag"))
        .hasToString("{a_string=Mortgage}");
  }

  @Test
  void theSameTaggerInTwoChainsIsOne() throws Exception {
    SolrCore core = SOLR.core("handler-same", chain("one", "a_string") + chain("two", "a_string"));

    assertThat(ask(core, Map.of("text", "my house")).getException()).isNull();
  }

  @Test
  void findsATaggerThatStandsAlone() throws Exception {
    String alone =
        tagger("a_string")
            .replace("<processor ", "<updateProcessor name=\"doccat\" ")
            .replace("</processor>", "</updateProcessor>");
    SolrCore core = SOLR.core("handler-alone", alone);

    assertThat(ask(core, Map.of("text", "my house")).getException()).isNull();
  }

  @Test
  void saysThatThereIsNoTagger() throws Exception {
    String named =
        "<requestHandler name=\"/doccat\" class=\"org.docket.solr.DoccatRequestHandler\"/>";
    SolrCore core = SOLR.core("handler-none", named);

    assertRefused(
        ask(core, Map.of("text", "my house")),
        "Docket: this core's solrconfig.xml has no DoccatUpdateProcessorFactory, so no model");
  }

  @Test
  void tellsWhatTheTaggerIs() throws Exception {
    String more =
        """
        <str name="doccat.scoreField">a_double</str>
        <str name="doccat.threshold">0.25</str>
        <str name="doccat.fallback">other</str>
        <str name="doccat.labelMap">Mortgage:Homes</str>
        <str name="doccat.allowlist">Homes</str>
        """;
    SolrCore core =
        SOLR.core(
            "handler-info",
            chain("one", "a_string").replace("</processor>\n", more + "</processor>\n")
                + chain("two", "b_string"));

    assertRefused(
        ask(core, Map.of("info", "true")),
        "Docket: several taggers are meant; choose one by 'chain' or 'categoryField' of: "
            + "chain=one categoryField=a_string; chain=two categoryField=b_string");
    NamedList<?> info = ask(core, Map.of("info", "true", "chain", "one")).getValues();
    assertThat(info.get("fields"))
        .hasToString("{sources=[body_text], category=a_string, score=a_double}");
    assertThat(info.get("uniqueKey")).isEqualTo("id");
    assertThat(info.get("chain")).isEqualTo("one");
    assertThat(info.get("threshold")).isEqualTo(0.25);
    assertThat(info.get("fallback")).isEqualTo("other");
    assertThat(info.get("categories")).isEqualTo(List.of("Homes"));
    NamedList<?> model = (NamedList<?>) info.get("model");
    String hash = (String) model.get("sha256");
    assertThat(hash).hasSize(64);
    assertThat(model.get("name")).isEqualTo("tiny.bin");
    assertThat(model.get("tag")).isEqualTo("tiny.bin " + hash.substring(0, 12));
    assertThat(model.get("location")).isEqualTo("tiny.bin");
    assertThat(model.get("kernel")).isEqualTo("opennlp");

    NamedList<?> other = ask(core, Map.of("info", "true", "chain", "two")).getValues();
    assertThat(other.get("categories")).isEqualTo(List.of("Card", "Mortgage"));
    assertThat(other.get("fallback")).isNull();
  }

  @Test
  void infoLeavesNoTextWithoutAnAnswer() throws Exception {
    SolrCore core = SOLR.core("handler-one", chain("one", "a_string"));

    assertRefused(
        ask(core, Map.of("info", "true", "text", "my house")),
        "Docket: info=true asks about the tagger; send it without a text and a body");
    assertRefused(ask(core, Map.of("info", "x")), "Docket: info is 'x'; it must be true or false");
  }

  @Test
  void whoMayReadMayAsk() {
    assertThat(new DoccatRequestHandler().getPermissionName(null)).isEqualTo(Name.READ_PERM);
  }

  private static String chain(String name, String field) {
    return String.format(Locale.ROOT, CHAIN, name, tagger(field));
  }

  private static String tagger(String field) {
    return String.format(Locale.ROOT, TAGGER, field);
  }

  /** What Solr logs of a refusal is not for the test's output. */
  private static SolrQueryResponse ask(SolrCore core, Map<String, String> params) {
    SolrRequestHandler handler = core.getRequestHandler("/doccat");
    SolrQueryResponse response = new SolrQueryResponse();
    response.addResponseHeader(new SimpleOrderedMap<>());
    try (CapturedLog log = CapturedLog.of(RequestHandlerBase.class)) {
      handler.handleRequest(EmbeddedSolr.request(core, params), response);
      assertThat(log.messages()).allMatch(message -> message.contains("Client exception"));
    }
    return response;
  }

  private static void assertRefused(SolrQueryResponse response, String reason) {
    assertThat(response.getException()).isInstanceOf(SolrException.class).hasMessage(reason);
    assertThat(((SolrException) response.getException()).code())
        .isEqualTo(ErrorCode.BAD_REQUEST.code);
  }
}
