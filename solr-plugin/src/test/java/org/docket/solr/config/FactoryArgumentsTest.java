/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.solr.common.params.ModifiableSolrParams;
import org.apache.solr.common.params.SolrParams;
import org.apache.solr.common.util.NamedList;
import org.docket.error.DocketException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactoryArgumentsTest {

  private final NamedList<Object> args = new NamedList<>();

  @Test
  void parametersOfTheFactoryAndItsDefaultsAreOverriddenByARequest() {
    args.add("doccat.maxChars", 10);
    args.add("defaults", list("doccat.overwrite", true));
    FactoryArguments arguments = FactoryArguments.of(args);

    assertThat(arguments.effective().get("doccat.maxChars")).isEqualTo("10");
    assertThat(arguments.effective().get("doccat.overwrite")).isEqualTo("true");
    SolrParams effective = arguments.effective(request("doccat.maxChars", "20"));
    assertThat(effective.getParams("doccat.maxChars")).containsExactly("20");
    assertThat(effective.get("doccat.overwrite")).isEqualTo("true");
  }

  @Test
  void appendsAreAdded() {
    args.add("doccat.fl", "narrative");
    args.add("appends", list("doccat.fl", List.of("issue", "product")));

    assertThat(FactoryArguments.of(args).effective().getParams("doccat.fl"))
        .containsExactlyInAnyOrder("narrative", "issue", "product");
  }

  @Test
  void invariantsCannotBeOverridden() {
    args.add("invariants", list("doccat.overwrite", "false"));

    assertThat(
            FactoryArguments.of(args)
                .effective(request("doccat.overwrite", "true"))
                .getParams("doccat.overwrite"))
        .containsExactly("false");
  }

  @Test
  void unknownParametersAreRefusedWhereverTheyStand() {
    args.add("doccat.fl", "narrative");
    args.add("invariants", list("doccat.catgoryField", "c"));

    assertThatThrownBy(() -> FactoryArguments.of(args))
        .isInstanceOf(DocketException.class)
        .hasMessageContainingAll(
            "unknown parameter 'doccat.catgoryField'", "doccat.categoryField, doccat.scoreField");
  }

  @Test
  void parametersOfOthersAreRefusedToo() {
    args.add("langid.fl", "narrative");

    assertThatThrownBy(() -> FactoryArguments.of(args))
        .hasMessageStartingWith("unknown parameter 'langid.fl'");
  }

  @Test
  void sectionThatIsNotAList() {
    args.add("defaults", "doccat.fl");

    assertThatThrownBy(() -> FactoryArguments.of(args))
        .hasMessage("'defaults' is 'doccat.fl'; it must be a list: <lst name=\"defaults\">…</lst>");
  }

  @Test
  void onlyOurParametersAreTakenFromARequest() {
    ModifiableSolrParams request = request("doccat.overwrite", "true");
    request.set("commit", "true");
    request.set("doccategory", "x");

    assertThat(FactoryArguments.overrides(request).getParameterNamesIterator())
        .toIterable()
        .containsExactly("doccat.overwrite");
  }

  @Test
  void aRequestCannotSetWhatItDoesNotKnow() {
    assertThatThrownBy(() -> FactoryArguments.overrides(request("doccat.treshold", "1")))
        .isInstanceOf(DocketException.class)
        .hasMessageStartingWith("unknown parameter 'doccat.treshold'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"doccat.model", "doccat.fl", "doccat.categoryField"})
  void aRequestCannotSetWhatIsTheFactorys(String parameter) {
    assertThatThrownBy(() -> FactoryArguments.overrides(request(parameter, "x")))
        .isInstanceOf(DocketException.class)
        .hasMessage(parameter + " cannot be set by a request; set it in solrconfig.xml");
  }

  private static NamedList<Object> list(String name, Object value) {
    NamedList<Object> list = new NamedList<>();
    list.add(name, value);
    return list;
  }

  private static ModifiableSolrParams request(String name, String value) {
    ModifiableSolrParams params = new ModifiableSolrParams();
    params.set(name, value);
    return params;
  }
}
