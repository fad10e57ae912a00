/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.docket.solr.server.SetUp.ARGUMENTS;
import static org.docket.solr.server.SetUp.LOG_AND_RUN;
import static org.docket.solr.server.SetUp.UPDATE_LOG;
import static org.docket.solr.server.SetUp.chain;
import static org.docket.solr.server.SetUp.config;
import static org.docket.solr.server.SetUp.configWithout;
import static org.docket.solr.server.SetUp.docket;
import static org.docket.solr.server.SetUp.handler;
import static org.docket.solr.server.SetUp.input;
import static org.docket.solr.server.SetUp.named;
import static org.docket.solr.server.SetUp.schema;
import static org.docket.solr.server.SetUp.schemaWith;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Set-ups that would tag nothing, or nonsense: a core does not start, or the log has a line of it.
 */
class NeverSilentIT {

  private static final String DEFAULT = "name=\"mine\" default=\"true\"";
  private static final String NAMED = "name=\"mine\"";

  @TempDir static Path folder;
  private static Fixture fixture;
  private static Http solr;
  private static Map<String, String> failures;
  private static int log;

  @BeforeAll
  static void start() throws Exception {
    log = Fixture.logEnd();
    fixture = Fixture.create(folder);
    usersFiles();
    chains();
    handlers();
    secondProcessors();
    fields();
    solr = fixture.start();
    failures = fixture.server().coreFailures();
  }

  private static void usersFiles() throws IOException {
    fixture
        .coreOf("copied", schema(), input("09-copyfield-solrconfig.xml"))
        .coreOf("nodefault", schema(), input("N-b-nodefault-solrconfig.xml"))
        .coreOf("afterrun", schema(), input("N-h-afterrun-solrconfig.xml"))
        .coreOf("textcat", input("N-f-textcat-schema.xml"), input("N-f-textcat-solrconfig.xml"))
        .coreOf(
            "nopattern",
            input("08-wildcard-schema.xml"),
            input("08-wildcard-solrconfig.xml").replace("*_txt", "*_text"));
  }

  private static void chains() throws IOException {
    String mine = chain(NAMED, docket(), LOG_AND_RUN);
    fixture
        .core("shipped")
        .coreOf("good", schema(), config(chain(DEFAULT, docket(), LOG_AND_RUN)))
        .coreOf("silent", schema(), config(chain(DEFAULT, docket(), LOG_AND_RUN)))
        .coreOf("norun", schema(), config(chain(DEFAULT, docket())))
        .coreOf("nochain", schema(), config(named("doccat")))
        .coreOf(
            "attribute",
            schema(),
            config(named("doccat"), chain(DEFAULT + " processor=\"doccat\"", LOG_AND_RUN)))
        .coreOf(
            "byprocessor",
            schema(),
            config(named("doccat"), handler("/update", "processor", "doccat")))
        .coreOf("byhandler", schema(), config(mine, handler("/update", "update.chain", "mine")))
        .coreOf("byinitparams", schema(), config(mine, initParams()))
        .coreOf("byparamset", schema(), config(mine))
        .coreOf(
            "lazy",
            schema(),
            config(
                mine,
                handler("/update", "update.chain", "mine")
                    .replace("class=", "startup=\"lazy\" class=")))
        .coreOf(
            "bypassed",
            schema(),
            config(
                chain(DEFAULT, docket(), LOG_AND_RUN),
                chain("name=\"plain\"", LOG_AND_RUN),
                handler("/update", "update.chain", "plain")))
        .coreOf(
            "unreachable",
            schema(),
            config(chain("", docket(), LOG_AND_RUN), chain(DEFAULT, LOG_AND_RUN)));
    Files.writeString(
        fixture.home().folder().resolve("byparamset/conf/params.json"),
        "{\"params\":{\"_UPDATE\":{\"update.chain\":\"mine\"}}}");
  }

  private static void handlers() throws IOException {
    String mine = chain(DEFAULT, docket(), LOG_AND_RUN);
    fixture
        .coreOf(
            "somebypassed",
            schema(),
            config(
                mine,
                chain("name=\"plain\"", LOG_AND_RUN),
                handler("/update/csv", "update.chain", "plain"),
                handler("/update/json/docs", "update.chain", "plain")))
        .coreOf("handleroff", schema(), config(mine, handler("/update", "doccat", "false")))
        .coreOf(
            "initparamsoff",
            schema(),
            config(mine, initParams().replace("update.chain\">mine", "doccat\">off")))
        .coreOf(
            "handlermodel",
            schema(),
            config(mine, handler("/update/csv", "doccat.model", "models/other.bin")))
        .coreOf(
            "handlerunknown", schema(), config(mine, handler("/update", "doccat.treshold", "0.5")))
        .coreOf(
            "handlerrange",
            schema(),
            config(
                mine,
                handler("/update", "doccat.threshold", "2").replaceAll("defaults", "invariants")))
        .coreOf(
            "handlerfield",
            schema(),
            config(mine, handler("/update", "doccat.reviewField", "nowhere")))
        .coreOf(
            "handlergood", schema(), config(mine, handler("/update", "doccat.overwrite", "true")));
  }

  private static void secondProcessors() throws IOException {
    String atomic = "<processor class=\"solr.AtomicUpdateProcessorFactory\"/>";
    fixture
        .coreOf("twice", schema(), config(chain(DEFAULT, docket(), docket(), LOG_AND_RUN)))
        .coreOf("atomicbehind", schema(), config(chain(DEFAULT, docket(), atomic, LOG_AND_RUN)))
        .coreOf("atomicbefore", schema(), config(chain(DEFAULT, atomic, docket(), LOG_AND_RUN)))
        .coreOf(
            "atomichandler",
            schema(),
            config(
                chain(DEFAULT, docket(), LOG_AND_RUN),
                handler("/update/atomic", "processor", "atomic")))
        .coreOf("atomicrequest", schema(), config(chain(DEFAULT, docket(), LOG_AND_RUN)));
  }

  private static void fields() throws IOException {
    String usual = config(chain(DEFAULT, docket(), LOG_AND_RUN));
    String narrative = "<field name=\"narrative\" type=\"text_en\"/>";
    String category = "<field name=\"predicted_category\" type=\"string\"";
    fixture
        .coreOf("absent", schemaWith(narrative, "").replaceAll("<copyField[^>]*>", ""), usual)
        .coreOf(
            "unread",
            schemaWith("type=\"text_en\"/>", "type=\"text_en\" stored=\"false\"/>"),
            usual)
        .coreOf(
            "copiedpattern",
            schemaWith(
                narrative,
                "<dynamicField name=\"*_txt\" type=\"text_en\"/><dynamicField name=\"*_s\""
                    + " type=\"string\"/><field name=\"narrative\" type=\"text_en\"/>"
                    + "<copyField source=\"*_s\" dest=\"*_txt\"/>"),
            config(chain(DEFAULT, docket(ARGUMENTS.replace("narrative", "body_txt")), LOG_AND_RUN)))
        .coreOf("many", schemaWith(category, category + " multiValued=\"true\""), usual)
        .coreOf(
            "unseen",
            schemaWith(category, category + " stored=\"false\" docValues=\"false\""),
            usual)
        .coreOf(
            "unfound",
            schemaWith(category, category + " indexed=\"false\" docValues=\"false\""),
            usual)
        .coreOf(
            "mixed",
            schemaWith(
                "<copyField ",
                "<copyField source=\"narrative\" dest=\"predicted_category\"/><copyField "),
            usual)
        .coreOf("nolog", schema(), configWithout(UPDATE_LOG, chain(DEFAULT, docket(), LOG_AND_RUN)))
        .coreOf(
            "noscore",
            schema(),
            config(
                chain(
                    DEFAULT,
                    docket(ARGUMENTS.replaceAll("<str name=\"doccat.score.*?</str>", "")),
                    LOG_AND_RUN)));
    String bare = schemaWith(narrative, "").replaceAll("<copyField[^>]*>", "");
    growing("growing", bare, ARGUMENTS);
    growing("growingcategory", bare.replace(category + "/>", ""), ARGUMENTS);
    growing(
        "growingwild",
        bare.replace(category + "/>", ""),
        ARGUMENTS + "<bool name=\"doccat.enforceSchema\">false</bool>");
    fixture
        .coreOf("required", schemaWith(category, category + " required=\"true\""), usual)
        .coreOf("defaulted", schemaWith(category, category + " default=\"other\""), usual)
        .coreOf(
            "hidden",
            schemaWith(category, category + " stored=\"false\" useDocValuesAsStored=\"false\""),
            usual)
        .coreOf(
            "keysource",
            schema(),
            config(
                chain(
                    DEFAULT, docket(ARGUMENTS.replace("narrative", "narrative,id")), LOG_AND_RUN)));
    withMore(
        "requiredfallback",
        schemaWith(
            category, "<field name=\"by\" type=\"string\"/>" + category + " required=\"true\""),
        "<str name=\"doccat.fallback\">other</str><str name=\"doccat.sourceField\">by</str>");
    withMore(
        "defaultedsource",
        schemaWith(category, "<field name=\"by\" type=\"string\" default=\"human\"/>" + category),
        "<str name=\"doccat.sourceField\">by</str>");
    withMore("off", schema(), "<bool name=\"doccat\">false</bool>");
    withMore("threshold", schema(), "<str name=\"doccat.threshold\">0.5</str>");
    withMore(
        "ranking",
        schemaWith(category, "<field name=\"top\" type=\"string\"/>" + category),
        "<str name=\"doccat.categoriesField\">top</str>");
    withMore(
        "unordered",
        schemaWith(category, "<field name=\"top\" type=\"strings\" stored=\"false\"/>" + category),
        "<str name=\"doccat.categoriesField\">top</str>");
    withMore(
        "textreview",
        schemaWith(category, "<field name=\"review\" type=\"text_general\"/>" + category),
        "<str name=\"doccat.reviewField\">review</str>");
    withMore(
        "enumerated",
        schemaWith(
                "<field name=\"predicted_category\" type=\"string\"/>",
                "<field name=\"predicted_category\" type=\"few\"/>")
            .replace(
                "</schema>",
                "<fieldType name=\"few\" class=\"solr.EnumFieldType\" docValues=\"true\""
                    + " enumsConfig=\"enums.xml\" enumName=\"few\"/></schema>"),
        "<str name=\"doccat.fallback\">other</str>");
    Files.writeString(
        fixture.home().folder().resolve("enumerated/conf/enums.xml"),
        "<enumsConfig><enum name=\"few\"><value>cards</value></enum></enumsConfig>");
  }

  /** As in Solr's configset _default: fields come to be as documents bring them. */
  private static void growing(String core, String schema, String arguments) throws IOException {
    fixture.coreOf(
        core,
        schema,
        configWithout(
            "<schemaFactory class=\"ClassicIndexSchemaFactory\"/>",
            "<schemaFactory class=\"ManagedIndexSchemaFactory\"><bool name=\"mutable\">true</bool>"
                + "<str name=\"managedSchemaResourceName\">managed-schema.xml</str>"
                + "</schemaFactory>",
            chain(
                DEFAULT,
                docket(arguments),
                "<processor class=\"solr.AddSchemaFieldsUpdateProcessorFactory\">"
                    + "<str name=\"defaultFieldType\">text_general</str></processor>",
                LOG_AND_RUN)));
  }

  private static void withMore(String core, String schema, String argument) throws IOException {
    fixture.coreOf(core, schema, config(chain(DEFAULT, docket(ARGUMENTS + argument), LOG_AND_RUN)));
  }

  private static String initParams() {
    return "<initParams path=\"/update/**\"><lst name=\"defaults\">"
        + "<str name=\"update.chain\">mine</str></lst></initParams>";
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  @Test
  void aGoodCoreHasNothingToTellButWhatItDoes() throws Exception {
    for (String core :
        new String[] {"shipped", "good", "attribute", "byprocessor", "byhandler", "lazy"}) {
      assertThat(failures).doesNotContainKey(core);
      assertThat(warnings(core)).as(core).isEmpty();
    }
    assertThat(infos("good"))
        .singleElement()
        .asString()
        .matches(
            "narrative -> predicted_category, predicted_score; model"
                + " complaints-en\\.bin \\(sha256 [0-9a-f]{12}, 2 categories\\); kernel opennlp; in the"
                + " default chain 'mine', used by /update, /update/cbor, /update/csv,"
                + " /update/json, /update/json/docs; Docket 0\\.1\\.0 with OpenNLP 2\\.5\\.11, Solr 9\\.10\\.1");
  }

  @Test
  void whatIsSwitchedOffSaysSo() throws Exception {
    assertThat(infos("off"))
        .singleElement()
        .asString()
        .startsWith("switched off, unless a request says doccat=true: narrative -> predicted_");
  }

  @Test
  void aChainThatInitParamsOrAParameterSetNameIsUsed() throws Exception {
    assertThat(warnings("byinitparams")).isEmpty();
    assertThat(warnings("byparamset")).isEmpty();
    assertThat(infos("byparamset").get(0)).contains("in the chain 'mine', used by /update;");
    for (String core : new String[] {"byhandler", "byinitparams", "byparamset", "byprocessor"}) {
      String path = core.equals("byinitparams") ? "/update/json" : "/update";
      solr.post(
          "/" + core + path + "?commit=true",
          "application/json",
          "[{\"id\":\"1\",\"narrative\":\"credit card fee\"}]");
      assertThat(solr.found(core, "q=predicted_category:cards")).as(core).isEqualTo(1);
    }
  }

  @Test
  void aChainThatNobodyUses() throws Exception {
    assertThat(warnings("nodefault"))
        .containsExactly(
            "nothing is tagged unless a request says update.chain=mychain: the chain"
                + " 'mychain' has the processor, but is not the default and no request handler"
                + " names it; give it default=\"true\", or give the handler <lst"
                + " name=\"defaults\"><str name=\"update.chain\">mychain</str></lst>");
  }

  @Test
  void aProcessorAfterRun() {
    assertThat(failures.get("afterrun"))
        .contains(
            "Docket: the default chain 'mychain' has this processor after"
                + " solr.RunUpdateProcessorFactory, where documents are in the index already and"
                + " would never be tagged; put it first: <updateRequestProcessorChain …>");
  }

  @Test
  void aChainThatIndexesNothing() throws Exception {
    assertThat(warnings("norun"))
        .containsExactly(
            "the default chain 'mine' has no solr.RunUpdateProcessorFactory, so that what"
                + " it tags is not indexed; end it with <processor"
                + " class=\"solr.RunUpdateProcessorFactory\"/>");
  }

  @Test
  void aProcessorInNoChain() throws Exception {
    assertThat(warnings("nochain"))
        .singleElement()
        .asString()
        .startsWith(
            "nothing is tagged unless a request says processor=doccat: <updateProcessor"
                + " name=\"doccat\"> is in no chain");
    assertThat(infos("nochain").get(0)).contains("; in no chain, used by no handler;");
    assertThat(warnings("unreachable"))
        .singleElement()
        .asString()
        .startsWith("nothing is tagged: the processor is in no chain that a request can");
  }

  @Test
  void aDefaultChainThatTheUpdateHandlerDoesNotUse() throws Exception {
    assertThat(warnings("bypassed"))
        .containsExactly(
            "documents sent to /update are not tagged: the default chain 'mine' has the"
                + " processor, but the handler says update.chain=plain, which has it not; put it"
                + " there too");
  }

  @Test
  void someUpdateHandlersThatDoNotUseTheDefaultChain() throws Exception {
    assertThat(warnings("somebypassed"))
        .containsExactly(
            "documents sent to /update/csv, /update/json/docs are not tagged: the default chain"
                + " 'mine' has the processor, but the handlers say update.chain=plain, which has it"
                + " not; put it there too");
  }

  @Test
  void aHandlerThatSwitchesTaggingOff() throws Exception {
    assertThat(warnings("handleroff"))
        .containsExactly(
            "nothing sent to /update is tagged: the handler's own parameters say doccat=false; take"
                + " that out");
    assertThat(warnings("initparamsoff"))
        .containsExactly(
            "nothing sent to /update, /update/cbor, /update/csv, /update/json, /update/json/docs is"
                + " tagged: the handler's own parameters say doccat=off; take that out");
  }

  @Test
  void aHandlerThatSaysWhatIsRefused() throws Exception {
    String remedy = "; correct it in the handler's own parameters, or take it out there";
    assertThat(warnings("handlermodel"))
        .containsExactly(
            "every update sent to /update/csv is refused: doccat.model cannot be set by a request;"
                + " set it in solrconfig.xml"
                + remedy);
    assertThat(warnings("handlerunknown"))
        .singleElement()
        .asString()
        .startsWith(
            "every update sent to /update is refused: unknown parameter 'doccat.treshold' (did you mean \"doccat.threshold\"?); known")
        .endsWith(remedy);
    assertThat(warnings("handlerrange"))
        .containsExactly(
            "every update sent to /update is refused: doccat.threshold is 2; it must be from 0 to 1"
                + remedy);
    assertThat(warnings("handlerfield"))
        .singleElement()
        .asString()
        .startsWith(
            "every update sent to /update is refused: doccat.reviewField names the field"
                + " 'nowhere', which is not in the schema;");
    assertThat(warnings("handlergood")).isEmpty();
    assertThat(
            solr.add("handlerrange", "{\"id\":\"1\",\"narrative\":\"credit card fee\"}")
                .at("/error/msg")
                .asText())
        .isEqualTo("Docket: doccat.threshold is 2; it must be from 0 to 1");
  }

  @Test
  void twoProcessorsThatWriteTheSame() throws Exception {
    assertThat(warnings("twice"))
        .containsExactly(
            "the default chain 'mine' has two of Docket's processors that both write"
                + " predicted_category, predicted_score: the later one takes what the earlier one"
                + " wrote for a tag that came with the document, and keeps or replaces it; give each"
                + " fields of its own");
  }

  @Test
  void aProcessorBehindThatMakesPartialUpdates() throws Exception {
    assertThat(warnings("atomicbehind"))
        .singleElement()
        .asString()
        .startsWith(
            "the default chain 'mine' has solr.AtomicUpdateProcessorFactory after this processor:");
    assertThat(warnings("atomichandler"))
        .singleElement()
        .asString()
        .startsWith("the chain of /update/atomic has solr.AtomicUpdateProcessorFactory after this");
    assertThat(warnings("atomicbefore")).isEmpty();
  }

  @Test
  void aRequestThatPutsOneBehind() throws Exception {
    assertThat(warnings("atomicrequest")).isEmpty();
    solr.add(
        "atomicrequest",
        "{\"id\":\"1\",\"narrative\":\"credit card fee\",\"predicted_category\":\"mine\"}");
    assertThat(solr.found("atomicrequest", "q=predicted_category:mine")).isEqualTo(1);
    for (int i = 0; i < 2; i++) {
      solr.post(
          "/atomicrequest/update?commit=true&processor=atomic&atomic.narrative=set",
          "application/json",
          "[{\"id\":\"1\",\"narrative\":\"credit card fee\"}]");
    }
    assertThat(solr.found("atomicrequest", "q=predicted_category:cards")).isEqualTo(1);
    assertThat(warnings("atomicrequest"))
        .singleElement()
        .asString()
        .startsWith(
            "a request says processor=atomic, which puts solr.AtomicUpdateProcessorFactory after");
  }

  @Test
  void aSourceThatOnlyCopyFieldFills() throws Exception {
    assertThat(warnings("copied"))
        .containsExactly(
            "doccat.fl names 'text', which copyField fills, and Solr copies only after"
                + " documents have been tagged: a document that does not bring this field itself is"
                + " not tagged, and a partial update cannot read it back; name what it is copied"
                + " from, doccat.fl=narrative");
    assertThat(warnings("copiedpattern"))
        .singleElement()
        .asString()
        .contains("doccat.fl names 'body_txt', which copyField fills", "doccat.fl=body_s");
  }

  @Test
  void aSourceThatNoDocumentCanHave() {
    assertThat(failures.get("absent"))
        .contains(
            "Docket: doccat.fl names the field 'narrative', which is not in the schema; add <field"
                + " name=\"narrative\" type=\"text_en\"/>, or set doccat.enforceSchema to false");
    assertThat(failures.get("nopattern"))
        .contains(
            "Docket: doccat.fl names the fields '*_text', but the schema has no field and no"
                + " dynamic field of such a name; add <dynamicField name=\"*_text\" …/>");
  }

  @Test
  void aSourceThatMayYetComeToBe() throws Exception {
    assertThat(warnings("growing"))
        .containsExactly(
            "doccat.fl names the field 'narrative', which is not in the schema; add <field"
                + " name=\"narrative\" type=\"text_en\"/>, for until then it brings no text");
    solr.add("growing", "{\"id\":\"1\",\"narrative\":\"credit card fee\"}");
    solr.add("growing", "{\"id\":\"2\",\"narrative\":\"credit card fee\"}");
    assertThat(solr.found("growing", "q=predicted_category:cards")).isEqualTo(2);
    assertThat(warnings("growing")).hasSize(1);
  }

  /** Solr would make it one that falls into words, and so the facets. */
  @Test
  void aCategoryFieldMustNotComeToBe() throws Exception {
    assertThat(failures.get("growingcategory"))
        .contains("add <field name=\"predicted_category\" type=\"string\"/>");
    solr.add("growingwild", "{\"id\":\"1\",\"narrative\":\"credit card fee\"}");
    solr.add("growingwild", "{\"id\":\"2\",\"narrative\":\"credit card fee\"}");
    assertThat(warnings("growingwild"))
        .filteredOn(warning -> warning.contains("does not keep categories as they are"))
        .hasSize(1);
  }

  @Test
  void aSourceThatCannotBeReadBack() throws Exception {
    assertThat(warnings("unread"))
        .containsExactly(
            "doccat.fl names 'narrative', and the field narrative is neither stored nor has"
                + " docValues: a partial update cannot read the text back, so that the tag may not"
                + " follow it; add stored=\"true\"");
  }

  @Test
  void aCategoryThatFallsIntoWords() {
    assertThat(failures.get("textcat"))
        .contains(
            "Docket: doccat.categoryField is 'predicted_category', whose type text_general"
                + " (TextField) does not keep categories as they are; make it a string field"
                + " (solr.StrField), such as <field name=\"predicted_category\" type=\"string\"/>");
  }

  @Test
  void aSourceThatHoldsNoText() throws Exception {
    assertThat(warnings("keysource"))
        .containsExactly(
            "doccat.fl names 'id', and with it the field id, which is the schema's uniqueKey: it"
                + " would be categorized like words, and spoils the tag; take it out, and name"
                + " fields that hold texts");
  }

  @Test
  void aTagThatSolrDemands() throws Exception {
    assertThat(warnings("required"))
        .containsExactly(
            "doccat.categoryField is 'predicted_category', which is required: Solr refuses every"
                + " document that gets nothing there, such as one that the model abstains on; take"
                + " required=\"true\" out, or set doccat.fallback");
    assertThat(warnings("requiredfallback")).isEmpty();
  }

  @Test
  void aTagThatSolrGives() throws Exception {
    assertThat(warnings("defaulted"))
        .containsExactly(
            "doccat.categoryField is 'predicted_category', which has a default value: a document"
                + " without a tag gets 'other' there, and later that counts as a person's; take the"
                + " default out, and set doccat.fallback if there is to be such a category");
    assertThat(warnings("defaultedsource"))
        .containsExactly(
            "doccat.sourceField is 'by', which has a default value: a document without a tag gets"
                + " 'human' there, as if Docket had said so; take the default out");
  }

  @Test
  void aCategoryInDocValuesThatAreNotShown() throws Exception {
    assertThat(warnings("hidden"))
        .containsExactly(
            "doccat.categoryField is 'predicted_category', which is neither stored nor has"
                + " docValues that are shown (useDocValuesAsStored=\"false\"): nobody sees the tag,"
                + " and the next partial update of a document loses it; make it <field"
                + " name=\"predicted_category\" type=\"string\"/>");
  }

  @Test
  void aCategoryThatIsThereAndCannotBeUsed() throws Exception {
    assertThat(warnings("many"))
        .singleElement()
        .asString()
        .contains(
            "doccat.categoryField is 'predicted_category', which is multi-valued",
            "make it <field name=\"predicted_category\" type=\"string\"/>");
    assertThat(warnings("unseen"))
        .singleElement()
        .asString()
        .contains("is neither stored nor has docValues: nobody sees the tag");
    assertThat(warnings("unfound"))
        .singleElement()
        .asString()
        .contains("is neither indexed nor has docValues: no filter and no facet finds the tag");
    assertThat(warnings("mixed"))
        .singleElement()
        .asString()
        .contains("which copyField fills too, from narrative: the two mix");
  }

  @Test
  void whatPartialUpdatesAndReturningTagsNeed() throws Exception {
    assertThat(warnings("nolog"))
        .containsExactly(
            "there is no <updateLog/>: Solr refuses partial updates, and none can be"
                + " tagged; add it to <updateHandler>");
    assertThat(warnings("noscore"))
        .singleElement()
        .asString()
        .contains(
            "a tag of the model that comes back with its document cannot be told from a person's");
  }

  @Test
  void whatATagOfManyPartsNeeds() throws Exception {
    assertThat(warnings("threshold"))
        .containsExactly(
            "doccat.threshold is set without doccat.reviewField: nothing finds the documents that"
                + " stay below it; set that too");
    assertThat(failures.get("ranking"))
        .contains(
            "doccat.categoriesField is 'top', which holds one value, and several go there; make it"
                + " multi-valued, such as <field name=\"top\" type=\"string\""
                + " multiValued=\"true\"/>");
    assertThat(warnings("unordered"))
        .containsExactly(
            "doccat.categoriesField is 'top', which has docValues only, and these forget the order"
                + " in which the values were written, the most probable first; add stored=\"true\"");
    assertThat(failures.get("textreview"))
        .contains(
            "doccat.reviewField is 'review', whose type text_general (TextField) does not keep"
                + " words as they are; make it a string field");
    assertThat(failures.get("enumerated"))
        .contains(
            "doccat.categoryField is 'predicted_category', whose type few (EnumFieldType) lacks the"
                + " values 'mortgage', 'other'; add them to its enumsConfig, or make it a string");
  }

  @Test
  void aThousandDocumentsWithoutText() throws Exception {
    String documents =
        IntStream.range(0, 1000)
            .mapToObj(i -> "{\"id\":\"" + i + "\",\"predicted_score\":1}")
            .collect(Collectors.joining(",", "[", "]"));
    solr.add("silent", documents);
    solr.add("silent", documents);
    assertThat(
            Fixture.logged(
                log,
                "[silent] SilenceWatch Docket in core silent: 1000 documents in a row had no text in narrative, and"
                    + " were not tagged; the last one had the fields id, predicted_score;"))
        .isEqualTo(1);
  }

  private static List<String> warnings(String core) throws IOException {
    return Fixture.told(log, "WARN", core);
  }

  private static List<String> infos(String core) throws IOException {
    return Fixture.told(log, "INFO", core);
  }
}
