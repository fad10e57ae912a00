/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.docket.DocketException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelMapTest {

  private static final Path SHIPPED = Path.of("../../conf/labels/cfpb-products.csv");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "Mortgage, Mortgage",
    "Bank account or service, Bank account",
    "'Credit reporting, credit repair services, or other personal consumer reports',"
        + " Credit reporting",
    "'Payday loan, title loan, personal loan, or advance loan', Payday or personal loan",
    "'Money transfer, virtual currency, or money service', Money transfer",
    "Prepaid card, Credit or prepaid card",
  })
  void theShippedMapKnowsTheBureausSpellings(String product, String category) {
    assertThat(LabelMap.read(SHIPPED).category(product)).contains(category);
  }

  @Test
  void theShippedMapLeavesOutWhatIsAmbiguous() {
    assertThat(LabelMap.read(SHIPPED).category("Consumer Loan")).isEmpty();
  }

  @Test
  void errorsNameTheLine() throws IOException {
    Path missing = Files.writeString(folder.resolve("a.csv"), "# comment\na,b\nc\n");
    assertThatThrownBy(() -> LabelMap.read(missing))
        .isInstanceOf(DocketException.class)
        .hasMessageStartingWith(missing + ", line 3: a line must be label,category");
    Path twice = Files.writeString(folder.resolve("b.csv"), "a,b\na,c\n");
    assertThatThrownBy(() -> LabelMap.read(twice)).hasMessageContaining("\"a\" stands twice");
  }
}
