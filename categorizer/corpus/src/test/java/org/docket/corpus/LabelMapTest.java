/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.docket.error.DocketException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelMapTest {

  private static final Path SHIPPED = Path.of("../../conf/labels/cfpb-products.csv");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "Bank account or service, '', Bank account",
    "Checking or savings account, Checking account, Bank account",
    "Consumer Loan, Installment loan, Payday or personal loan",
    "Consumer Loan, Pawn loan, Payday or personal loan",
    "Consumer Loan, Personal line of credit, Payday or personal loan",
    "Consumer Loan, Title loan, Payday or personal loan",
    "Consumer Loan, Vehicle loan, Vehicle loan or lease",
    "Consumer Loan, Vehicle lease, Vehicle loan or lease",
    "Credit card, '', Credit or prepaid card",
    "Credit card or prepaid card, Store credit card, Credit or prepaid card",
    "Prepaid card, '', Credit or prepaid card",
    "Credit reporting, '', Credit reporting",
    "Credit reporting or other personal consumer reports, '', Credit reporting",
    "'Credit reporting, credit repair services, or other personal consumer reports', '',"
        + " Credit reporting",
    "Debt collection, '', Debt collection",
    "Money transfers, '', Money transfer",
    "Virtual currency, '', Money transfer",
    "'Money transfer, virtual currency, or money service', '', Money transfer",
    "Mortgage, '', Mortgage",
    "Payday loan, '', Payday or personal loan",
    "'Payday loan, title loan, or personal loan', '', Payday or personal loan",
    "'Payday loan, title loan, personal loan, or advance loan', '', Payday or personal loan",
    "Student loan, '', Student loan",
    "Vehicle loan or lease, '', Vehicle loan or lease",
  })
  void theShippedMapKnowsTheBureausSpellings(String product, String sub, String category) {
    assertThat(LabelMap.read(SHIPPED).category(product, sub)).contains(category);
  }

  @Test
  void theShippedMapLeavesOutWhatIsAmbiguous() {
    LabelMap map = LabelMap.read(SHIPPED);
    assertThat(map.category("Consumer Loan")).isEmpty();
    assertThat(map.category("Consumer Loan", "Boat loan")).isEmpty();
    assertThat(map.category("Debt or credit management", "Debt settlement")).isEmpty();
  }

  @Test
  void errorsNameTheLine() throws IOException {
    Path missing = Files.writeString(folder.resolve("a.csv"), "# comment\na,b\nc\n");
    assertThatThrownBy(() -> LabelMap.read(missing))
        .isInstanceOf(DocketException.class)
        .hasMessageStartingWith(missing + ", line 3: a line must be label,category");
    Path twice = Files.writeString(folder.resolve("b.csv"), "a,x,b\na,b\na,x,c\n");
    assertThatThrownBy(() -> LabelMap.read(twice))
        .hasMessageContaining("line 3: the label \"a\" with \"x\" stands twice");
  }
}
