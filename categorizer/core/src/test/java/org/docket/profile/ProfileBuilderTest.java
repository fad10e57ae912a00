/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProfileBuilderTest {

  private final ProfileBuilder builder = new ProfileBuilder(3);

  @Test
  void theUnknownShareThatOneDocumentInTwoHundredExceedsIsDoubled() {
    add(996, 98, 98);
    add(3, 78, 98); // coverage 0.8: the sixth lowest of 1000 is what counts
    add(1, 10, 98);
    assertThat(builder.build().minCoverage()).isEqualTo(0.75f);
    add(2, 78, 98);
    assertThat(builder.build().minCoverage()).isCloseTo(0.6f, within(1e-6f));
  }

  @Test
  void fewDocumentsDoNotTellWhatIsRare() {
    add(199, 9, 10);
    assertThat(builder.build().minCoverage()).isZero();
    add(1, 9, 10);
    assertThat(builder.build().minCoverage()).isPositive();
  }

  @Test
  void whereManyWordsAreUnknownEveryTextPasses() {
    add(300, 3, 10);
    assertThat(builder.build().minCoverage()).isZero();
  }

  @Test
  void whatTheModelAbstainsOnIsInNoCategory() {
    add(300, 8, 8);
    builder.add(1, 8, 1, 0.1);
    builder.add(0, 5, 2, 0.1);
    builder.add(8, 8, 2, 0.5 + 300 * 0.25);
    Profile profile = builder.build();
    assertThat(profile.documents()).isEqualTo(303);
    assertThat(profile.predicted()).containsExactly(300, 0, 1);
    assertThat(profile.meanConfidence()).isCloseTo((float) (300 * 0.5 + 75.5) / 301, within(1e-4f));
  }

  @Test
  void aProfileOfNothing() {
    assertThat(builder.build()).isEqualTo(new Profile(0, 0, List.of(0, 0, 0), 0));
    assertThatThrownBy(() -> new Profile(Float.NaN, 0, List.of(), 0))
        .hasMessage("the minimum coverage must be from 0 to 1, but is NaN");
  }

  private void add(int documents, int known, int tokens) {
    for (int i = 0; i < documents; i++) {
      builder.add(known, tokens, 0, 0.5);
    }
  }
}
