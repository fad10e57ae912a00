/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.solr.common.params.MapSolrParams;
import org.apache.solr.common.params.SolrParams;
import org.apache.solr.core.SolrCore;
import org.apache.solr.handler.UpdateRequestHandler;
import org.apache.solr.request.SolrQueryRequest;
import org.apache.solr.request.SolrQueryRequestBase;
import org.apache.solr.response.SolrQueryResponse;
import org.apache.solr.update.processor.UpdateRequestProcessor;
import org.apache.solr.update.processor.UpdateRequestProcessorFactory;
import org.docket.solr.CapturedLog;
import org.docket.solr.EmbeddedSolr;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which requests may have their documents wait. */
class BatchingTest {

  private static final String OURS = processor(Ours.class.getName());
  private static final String END =
      processor("solr.LogUpdateProcessorFactory") + processor("solr.RunUpdateProcessorFactory");

  private static SolrCore core;

  private final AtomicInteger asked = new AtomicInteger();
  private final CapturedLog log = CapturedLog.of(Batching.class);

  @BeforeAll
  static void start() throws Exception {
    core =
        EmbeddedSolr.shared()
            .core(
                "batching",
                chain("first", OURS + END)
                    + chain(
                        "TrimField", processor("solr.TrimFieldUpdateProcessorFactory") + OURS + END)
                    + chain(
                        "Timestamp", withField("solr.TimestampUpdateProcessorFactory") + OURS + END)
                    + chain("Uuid", processor("solr.UUIDUpdateProcessorFactory") + OURS + END)
                    + chain("CloneField", cloneField() + OURS + END)
                    + chain("AddSchemaFields", addSchemaFields() + OURS + END)
                    + chain("FieldName", fieldName() + OURS + END)
                    + chain("NumFieldLimiting", limit() + OURS + END)
                    + chain("log", processor("solr.LogUpdateProcessorFactory") + OURS + END)
                    + chain(
                        "late", processor("solr.DistributedUpdateProcessorFactory") + OURS + END)
                    + chain("without", END)
                    + String.format(
                        Locale.ROOT,
                        "<updateProcessor name=\"other\" class=\"%s\"/>",
                        "solr.TrimFieldUpdateProcessorFactory")
                    + String.format(
                        Locale.ROOT,
                        "<requestHandler name=\"/other\" class=\"%s\"/>",
                        OtherHandler.class.getName()));
  }

  @AfterEach
  void closeLog() {
    log.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "first",
        "TrimField",
        "Timestamp",
        "Uuid",
        "CloneField",
        "AddSchemaFields",
        "FieldName",
        "NumFieldLimiting"
      })
  void waitBehindProcessorsThatOnlyChangeFields(String chain) {
    assertThat(batching(chain).decide(64, request(chain)).size()).isEqualTo(64);
    assertThat(log.messages()).isEmpty();
  }

  @Test
  void doNotWaitBehindAProcessorThatLooksAtTheOutcome() {
    assertObjection(
        "log",
        request("log"),
        "a chain has org.apache.solr.update.processor.LogUpdateProcessorFactory before it");
  }

  @Test
  void doNotWaitOnceTheyAreDistributed() {
    assertObjection("late", request("late"), "a chain has it after the documents are distributed");
  }

  @Test
  void doNotWaitInAChainThatDoesNotHaveUs() {
    assertObjection(
        "first", request("without"), "a request came through a chain that cannot be looked into");
  }

  @Test
  void doNotWaitInRequestsOfManyParts() {
    assertObjection(
        "first",
        request("first", "/update", "multistream", "true"),
        "a request has the parameter multistream");
    assertThat(
            batching("first")
                .decide(64, request("first", "/update", "multistream", "false"))
                .size())
        .isEqualTo(64);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/other", "/nowhere", ""})
  void doNotWaitInOtherHandlers(String path) {
    assertObjection(
        "first",
        request("first", path),
        "a request did not come through Solr's own update handler");
  }

  @Test
  void doNotWaitInRequestsOfNoHandler() {
    SolrQueryRequest request = request("first");
    request.getContext().clear();

    assertObjection("first", request, "a request did not come through Solr's own update handler");
  }

  @Test
  void nobodyIsAskedWhereNobodyWaits() {
    assertThat(batching("late").decide(1, request("late")).size()).isEqualTo(1);
    assertThat(log.messages()).isEmpty();
  }

  @Test
  void eachReasonIsToldOnce() {
    Batching batching = batching("first");
    for (int i = 0; i < 3; i++) {
      batching.decide(64, request("first", "/other"));
      batching.decide(64, request("without"));
    }

    assertThat(log.messages()).hasSize(2);
  }

  @Test
  void aProcessorOfTheRequestsOwnThatUndoesWhatOursKeepsIsToldOnce() {
    Batching batching = batching("first");
    batching.decide(64, request("first", "/update", "processor", "other"));
    assertThat(log.messages()).isEmpty();
    for (int i = 0; i < 3; i++) {
      batching.decide(64, request("first", "/update", "processor", "atomic"));
    }

    assertThat(log.messages())
        .containsExactly(
            "WARN Docket in core batching: a request says processor=atomic, which puts"
                + " solr.AtomicUpdateProcessorFactory after this processor: it makes partial updates"
                + " of documents that were tagged as whole ones, so that a person's tag in the index"
                + " is overwritten; give the chain <processor"
                + " class=\"solr.AtomicUpdateProcessorFactory\"/> before this processor, and send"
                + " the request without processor");
  }

  @Test
  void theChainOfARequestIsAskedForOnce() {
    SolrQueryRequest request = spied("first");

    batching("first").decide(64, request);

    assertThat(asked).hasValue(1);
  }

  private void assertObjection(String chain, SolrQueryRequest request, String reason) {
    assertThat(batching(chain).decide(64, request).size()).isEqualTo(1);
    assertThat(log.messages())
        .containsExactly("INFO Documents are categorized one at a time where " + reason);
  }

  private static Batching batching(String chain) {
    return new Batching(
        core.getUpdateProcessingChain(chain).getProcessors().stream()
            .filter(Ours.class::isInstance)
            .findFirst()
            .orElseThrow());
  }

  /** One that counts how often its chain is asked for, which its parameters name. */
  private SolrQueryRequest spied(String chain) {
    SolrParams params =
        new MapSolrParams(Map.of("update.chain", chain)) {
          @Override
          public String get(String name) {
            if (name.equals("update.chain")) {
              asked.incrementAndGet();
            }
            return super.get(name);
          }
        };
    SolrQueryRequest request = new SolrQueryRequestBase(core, params) {};
    request.getContext().put("path", "/update");
    return request;
  }

  private static SolrQueryRequest request(String chain) {
    return request(chain, "/update");
  }

  private static SolrQueryRequest request(String chain, String path, String... parameter) {
    Map<String, String> params = new HashMap<>(Map.of("update.chain", chain));
    if (parameter.length > 0) {
      params.put(parameter[0], parameter[1]);
    }
    SolrQueryRequest request = EmbeddedSolr.request(core, params);
    request.getContext().put("path", path);
    return request;
  }

  private static String chain(String name, String processors) {
    return String.format(
        Locale.ROOT,
        "<updateRequestProcessorChain name=\"%s\">%s</updateRequestProcessorChain>",
        name,
        processors);
  }

  private static String processor(String type) {
    return processor(type, "");
  }

  private static String processor(String type, String arguments) {
    return String.format(Locale.ROOT, "<processor class=\"%s\">%s</processor>", type, arguments);
  }

  private static String withField(String type) {
    return processor(type, "<str name=\"fieldName\">at_date</str>");
  }

  private static String cloneField() {
    return processor(
        "solr.CloneFieldUpdateProcessorFactory",
        "<str name=\"source\">a_string</str><str name=\"dest\">b_string</str>");
  }

  private static String addSchemaFields() {
    return processor(
        "solr.AddSchemaFieldsUpdateProcessorFactory",
        "<str name=\"defaultFieldType\">string</str>");
  }

  private static String fieldName() {
    return processor(
        "solr.FieldNameMutatingUpdateProcessorFactory",
        "<str name=\"pattern\">\\s</str><str name=\"replacement\">_</str>");
  }

  private static String limit() {
    return processor(
        "solr.NumFieldLimitingUpdateRequestProcessorFactory", "<int name=\"maxFields\">9</int>");
  }

  /** Stands where ours would. */
  public static final class Ours extends UpdateRequestProcessorFactory {

    @Override
    public UpdateRequestProcessor getInstance(
        SolrQueryRequest request, SolrQueryResponse response, UpdateRequestProcessor next) {
      return next;
    }
  }

  /** A handler of somebody's own, which may do anything when a document fails. */
  public static final class OtherHandler extends UpdateRequestHandler {}
}
