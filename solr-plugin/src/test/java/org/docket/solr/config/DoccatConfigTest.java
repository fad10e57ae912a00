/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.solr.common.params.ModifiableSolrParams;
import org.docket.error.DocketException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoccatConfigTest {

  @Test
  void defaults() {
    DoccatConfig config = DoccatConfig.of(required());

    assertThat(config.enabled()).isTrue();
    assertThat(config.model()).isEqualTo("m.bin");
    assertThat(config.sources().patterns()).containsExactly("narrative");
    assertThat(config.fields().category()).isEqualTo("category");
    assertThat(config.fields().score()).isEmpty();
    assertThat(config.maxCount()).isEqualTo(3);
    assertThat(config.threshold()).isZero();
    assertThat(config.fallback()).isEmpty();
    assertThat(config.labels()).isEqualTo(Labels.UNCHANGED);
    assertThat(config.children()).isFalse();
    assertThat(config.onFailure()).isEqualTo(OnFailure.FAIL);
    assertThat(config.overwrite()).isFalse();
    assertThat(config.maxChars()).isEqualTo(100_000);
    assertThat(config.batchSize()).isEqualTo(512);
    assertThat(config.enforceSchema()).isTrue();
  }

  @Test
  void everythingSet() {
    ModifiableSolrParams params = required();
    params.set("doccat", "off");
    params.set("doccat.fl", " issue, narrative ,,", "sub_issue *_txt");
    params.set("doccat.scoreField", " score ");
    params.set("doccat.categoriesField", "best");
    params.set("doccat.maxCount", "5");
    params.set("doccat.threshold", "0.25");
    params.set("doccat.fallback", " to be sorted ");
    params.set("doccat.children", "yes");
    params.set("doccat.onFailure", "fallback");
    params.set("doccat.overwrite", "true");
    params.set("doccat.maxChars", "500");
    params.set("doccat.batchSize", "1000");
    params.set("doccat.enforceSchema", "false");

    DoccatConfig config = DoccatConfig.of(params);

    assertThat(config.enabled()).isFalse();
    assertThat(config.sources().patterns())
        .containsExactly("issue", "narrative", "sub_issue", "*_txt");
    assertThat(config.fields().score()).contains("score");
    assertThat(config.maxCount()).isEqualTo(5);
    assertThat(config.threshold()).isEqualTo(0.25);
    assertThat(config.fallback()).contains("to be sorted");
    assertThat(config.children()).isTrue();
    assertThat(config.onFailure()).isEqualTo(OnFailure.FALLBACK);
    assertThat(config.overwrite()).isTrue();
    assertThat(config.maxChars()).isEqualTo(500);
    assertThat(config.batchSize()).isEqualTo(1000);
    assertThat(config.enforceSchema()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "doccat.model|' '|doccat.model is missing",
        "doccat.fl|' , '|doccat.fl is missing",
        "doccat.fl|a,b,a|doccat.fl names the field 'a' twice",
        "doccat.fl|category|doccat.categoryField is 'category', which is also a source field",
        "doccat.categoryField|''|doccat.categoryField is missing",
        "doccat.scoreField|narrative|doccat.scoreField is 'narrative', which is also a source",
        "doccat.scoreField|category|doccat.scoreField and doccat.categoryField both name",
        "doccat|maybe|doccat is 'maybe'; it must be true or false",
        "doccat.overwrite|1|doccat.overwrite is '1'",
        "doccat.maxChars|many|doccat.maxChars is 'many'; it must be a whole number",
        "doccat.maxChars|99999999999|doccat.maxChars is '99999999999'",
        "doccat.maxChars|-1|doccat.maxChars is -1; it must be at least 1",
        "doccat.batchSize|all|doccat.batchSize is 'all'; it must be a whole number",
        "doccat.batchSize|0|doccat.batchSize is 0; it must be 1 (one document at a time) to 1000",
        "doccat.batchSize|1001|doccat.batchSize is 1001; it must be 1",
        "doccat.threshold|half|doccat.threshold is 'half'; it must be a number from 0 to 1",
        "doccat.threshold|1.01|doccat.threshold is 1.01; it must be from 0 to 1",
        "doccat.threshold|NaN|doccat.threshold is NaN; it must be from 0 to 1",
        "doccat.onFailure|FAIL|doccat.onFailure is 'FAIL'; it must be one of fail, skip, fallback",
        "doccat.onFailure|fallback|doccat.onFailure is 'fallback' and there is none; set doccat.fall",
        "doccat.enforceSchema|no way|doccat.enforceSchema is 'no way'",
      })
  void wrongValuesAreNamed(String parameter, String value, String message) {
    ModifiableSolrParams params = required();
    params.set(parameter, value);

    assertThatThrownBy(() -> DoccatConfig.of(params))
        .isInstanceOf(DocketException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void theLeast() {
    ModifiableSolrParams params = required();
    params.set("doccat.maxChars", "1");
    params.set("doccat.batchSize", "1");

    assertThat(DoccatConfig.of(params).maxChars()).isEqualTo(1);
    assertThat(DoccatConfig.of(params).batchSize()).isEqualTo(1);
  }

  @Test
  void aSingleValueIsNotSetTwice() {
    ModifiableSolrParams params = required();
    params.add("doccat.model", "other.bin");

    assertThatThrownBy(() -> DoccatConfig.of(params))
        .hasMessage("doccat.model is set 2 times: m.bin, other.bin");
  }

  private static ModifiableSolrParams required() {
    ModifiableSolrParams params = new ModifiableSolrParams();
    params.set("doccat.model", "m.bin");
    params.set("doccat.fl", "narrative");
    params.set("doccat.categoryField", "category");
    return params;
  }
}
