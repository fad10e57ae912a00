/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.start;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

  @ParameterizedTest
  @CsvSource({
    "*_txt, a_txt, true",
    "*_txt, _txt, true",
    "*_txt, a_txt_, false",
    "body, body, true",
    "body, bodies, false",
    "a*z, az, true",
    "a*z, abcz, true",
    "a*z, ab, false",
    "*, anything, true",
    "a*b*c, a1b2c, true",
    "a*b*c, a1c, false",
  })
  void fitsNames(String pattern, String name, boolean fits) {
    assertThat(Glob.matches(pattern, name)).isEqualTo(fits);
  }

  @ParameterizedTest
  @CsvSource({
    "*_txt, *_txt, true",
    "*_txt, *, true",
    "*_txt, narr_*, true",
    "*_txt, *_s, false",
    "narr*, *_txt, true",
    "narr*, text_*, false",
    "a*b, *c, false",
    "a*b, *, true",
  })
  void meetsOtherPatterns(String one, String other, boolean meet) {
    assertThat(Glob.intersect(one, other)).isEqualTo(meet);
    assertThat(Glob.intersect(other, one)).isEqualTo(meet);
  }
}
