/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.docket.Categorization;
import org.docket.ScoredCategory;
import org.docket.solr.config.Configs;
import org.junit.jupiter.api.Test;

class TagPolicyTest {

  private static final List<ScoredCategory> RANKED =
      List.of(
          new ScoredCategory("a", 0.5),
          new ScoredCategory("b", 0.3),
          new ScoredCategory("c", 0.15),
          new ScoredCategory("d", 0.05));
  private static final Categorization CLEAR = new Categorization(RANKED, 9, 9, false);
  private static final Categorization UNKNOWN = new Categorization(RANKED, 9, 0, true);

  @Test
  void theBestCategory() {
    Tag tag = policy().of(CLEAR, false);

    assertThat(tag.category()).contains("a");
    assertThat(tag.score()).contains(0.5);
    assertThat(tag.best()).isEmpty();
    assertThat(tag.review()).isEmpty();
    assertThat(tag.failure()).isEmpty();
  }

  @Test
  void asManyAsAreWanted() {
    assertThat(policy("categoriesField", "x").of(CLEAR, false).best())
        .isEqualTo(RANKED.subList(0, 3));
    assertThat(policy("categoriesField", "x", "maxCount", "9").of(CLEAR, false).best())
        .isEqualTo(RANKED);
  }

  @Test
  void theThresholdItselfIsEnough() {
    assertThat(policy("threshold", "0.5").of(CLEAR, false).category()).contains("a");
    Tag tag = policy("threshold", "0.51", "categoriesField", "x").of(CLEAR, false);

    assertThat(tag.category()).isEmpty();
    assertThat(tag.score()).isEmpty();
    assertThat(tag.review()).contains(Review.BELOW_THRESHOLD);
    assertThat(tag.best()).hasSize(3);
  }

  @Test
  void theFallbackHasNoScore() {
    Tag tag = policy("fallback", "other").of(UNKNOWN, false);

    assertThat(tag.category()).contains("other");
    assertThat(tag.score()).isEmpty();
    assertThat(tag.review()).contains(Review.ABSTAINED);
    assertThat(tag.best()).isEmpty();
  }

  @Test
  void whatIsNotAllowedIsNotReplacedByTheNextBest() {
    Tag tag = policy("allowlist", "b, c", "categoriesField", "x").of(CLEAR, false);

    assertThat(tag.category()).isEmpty();
    assertThat(tag.review()).contains(Review.NOT_ALLOWED);
    assertThat(tag.best()).extracting(ScoredCategory::category).containsExactly("b", "c");
  }

  @Test
  void mergedCategoriesPassTheThresholdTogether() {
    Tag tag =
        policy("labelMap", "b:x, c:x, d:x", "threshold", "0.45", "allowlist", "x, a")
            .of(CLEAR, false);

    assertThat(tag.category()).contains("a");
    assertThat(policy("labelMap", "a:x, b:x", "threshold", "0.79").of(CLEAR, false).category())
        .contains("x");
  }

  @Test
  void whatWasCutIsMarkedWhoeverCutIt() {
    Categorization cutByModel = new Categorization(RANKED, 9, 9, true);

    assertThat(policy().of(CLEAR, true).review()).contains(Review.TRUNCATED);
    assertThat(policy().of(cutByModel, false).review()).contains(Review.TRUNCATED);
    assertThat(policy("threshold", "0.9").of(cutByModel, true).review())
        .contains(Review.BELOW_THRESHOLD);
  }

  @Test
  void failuresAreWhatTheyAreMadeOf() {
    IllegalStateException failure = new IllegalStateException("broken");

    Tag skipped = policy("onFailure", "skip", "fallback", "other").of(failure);
    assertThat(skipped.category()).isEmpty();
    assertThat(skipped.review()).contains(Review.FAILED);
    assertThat(skipped.failure()).contains("java.lang.IllegalStateException: broken");
    assertThat(policy("onFailure", "fallback", "fallback", "other").of(failure).category())
        .contains("other");
  }

  @Test
  void aMessageFitsIntoAStringField() {
    Tag tag = policy("onFailure", "skip").of(new IllegalStateException("x".repeat(100_000)));

    assertThat(tag.failure().orElseThrow()).hasSize(1000);
  }

  @Test
  void reasonsAsTheyStandInTheIndex() {
    assertThat(List.of(Review.values()))
        .extracting(Review::value)
        .containsExactly("failed", "abstained", "not-allowed", "below-threshold", "truncated");
  }

  private static TagPolicy policy(String... params) {
    return new TagPolicy(Configs.of(params));
  }
}
