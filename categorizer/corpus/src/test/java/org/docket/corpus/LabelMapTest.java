/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
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
  void aLabelAloneStandsForAllItsSubLabels() throws IOException {
    LabelMap map =
        LabelMap.read(file("a.csv", "# \"a,b\n\n \"a\" ,x\n#,\"\n\"b, c\",s, y \r\nb,z"));
    assertThat(map.category("a")).contains("x");
    assertThat(map.category("a", "any")).contains("x");
    assertThat(map.category("b, c")).isEmpty();
    assertThat(map.category("b, c", "s")).contains("y");
    assertThat(map.category("b")).contains("z");
    assertThat(LabelMap.of(Map.of("d", "w")).category("d", "any")).contains("w");
  }

  @Test
  void errorsNameTheLine() throws IOException {
    Path missing = file("a.csv", "# comment\na,b\nc\n");
    assertThatThrownBy(() -> LabelMap.read(missing))
        .isInstanceOf(DocketException.class)
        .hasMessageStartingWith(missing + ", line 3: a line must be label,category");
    Path twice = file("b.csv", "a,x,b\na,b\na,x,c\n");
    assertThatThrownBy(() -> LabelMap.read(twice))
        .isInstanceOf(DocketException.class)
        .hasMessageStartingWith(twice + ", line 3: the label \"a\" with \"x\" stands twice");
    Path lines = file("d.csv", "\"a\nb\",x\n\"a\nb\",y\n");
    assertThatThrownBy(() -> LabelMap.read(lines))
        .hasMessageStartingWith(lines + ", line 3: the label \"a b\" stands twice");
    for (String line : new String[] {"a,", ",b", "a,,b", "a,b,c,d", "a, "}) {
      Path wrong = file("c.csv", "a,b\n\n" + line + "\n");
      assertThatThrownBy(() -> LabelMap.read(wrong))
          .as(line)
          .isInstanceOf(DocketException.class)
          .hasMessageStartingWith(wrong + ", line 3: a line must be label,category");
    }
  }

  @Test
  void aMapThatIsNoTextIsRefused() throws IOException {
    Path latin = folder.resolve("a.csv");
    Files.write(latin, "a,b\nc,caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> LabelMap.read(latin))
        .isInstanceOf(DocketException.class)
        .hasMessage(latin + ", line 2: the row is not in UTF-8");
    Path missing = folder.resolve("no.csv");
    assertThatThrownBy(() -> LabelMap.read(missing))
        .isInstanceOf(DocketException.class)
        .hasMessageStartingWith("the file " + missing + " does not exist");
    Path broken = Files.write(folder.resolve("b.csv.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0});
    assertThatThrownBy(() -> LabelMap.read(broken))
        .isInstanceOf(DocketException.class)
        .hasMessageStartingWith(broken + " is cut off");
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }
}
