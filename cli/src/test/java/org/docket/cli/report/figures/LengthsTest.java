/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.docket.Categorizers;
import org.docket.TextCategorizer;
import org.docket.cli.ShippedModel;
import org.docket.cli.TinyStockModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long texts are, and how much of them is read. */
class LengthsTest {

  private static final LengthTally NONE = new LengthTally("none");

  @TempDir Path folder;

  @Test
  void ofOurModelsAllTokensAreCountedAlsoThoseThatItDoesNotRead() {
    TextCategorizer model = Categorizers.load(ShippedModel.MODEL);
    TokenCounter counter = TokenCounter.of(model);
    String text = "escrow mortgage ".repeat(350);

    assertThat(counter.limit()).hasValue(400);
    assertThat(model.categorize(text).tokens()).isEqualTo(400);
    assertThat(counter.whole(text, model.categorize(text))).isEqualTo(700);
    assertThat(counter.whole("my mortgage", model.categorize("my mortgage")))
        .isEqualTo(model.categorize("my mortgage").tokens());
    assertThat(counter.whole("")).isZero();
  }

  /** The rest is counted by the rate of what was counted. */
  @Test
  void ofAVeryLongTextTheWorkIsBounded() {
    TokenCounter counter = TokenCounter.of(Categorizers.load(ShippedModel.MODEL));
    String text = "mortgage ".repeat(5_000_000);
    long start = System.nanoTime();

    assertThat((double) counter.whole(text)).isCloseTo(5_000_000, within(1000.0));

    assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
  }

  @Test
  void ofStockModelsItIsWhatStandsBetweenWhiteSpaceAndThereIsNoLimit() throws IOException {
    TextCategorizer stock = Categorizers.load(TinyStockModel.train(folder.resolve("stock.bin")));
    TokenCounter counter = TokenCounter.of(stock);

    assertThat(counter.limit()).isEmpty();
    assertThat(counter.whole("my $house, is\n a house")).isEqualTo(5);
    assertThat(counter.whole("a b", stock.categorize("a b"))).isEqualTo(2);
  }

  @Test
  void aTallyHasMeansAndQuantiles() {
    LengthTally tally = new LengthTally("part");
    for (int length = 1; length <= 100; length++) {
      tally.add(length, Math.min(length, 50), length > 50);
    }

    assertThat(tally.documents()).isEqualTo(100);
    assertThat(tally.cut()).isEqualTo(50);
    assertThat(tally.mean()).isEqualTo(50.5);
    assertThat(tally.quantile(0.5)).isEqualTo(50);
    assertThat(tally.quantile(0.95)).isEqualTo(95);
    assertThat(tally.shareRead()).isCloseTo((1275 + 50 * 50) / 5050.0, within(1e-12));
    assertThat(NONE.mean()).isZero();
    assertThat(NONE.quantile(0.5)).isZero();
    assertThat(NONE.shareRead()).isEqualTo(1);
  }

  /** Whatever lengths there are, they need no more than so many counts. */
  @Test
  void veryLongTextsAreRounded() {
    LengthTally tally = new LengthTally("part");
    IntStream.range(0, 300_000).forEach(length -> tally.add(length, 0, true));

    assertThat(tally.longest()).isEqualTo(299_900);
    assertThat(tally.between(100_000, 100_100)).isEqualTo(100);
    assertThat(tally.between(0, 300_000)).isEqualTo(300_000);
  }

  @Test
  void binsAreOfEqualWidthAndTheLastTakesTheFewThatAreFarLonger() {
    LengthTally tally = new LengthTally("part");
    IntStream.range(0, 1000).forEach(i -> tally.add(i % 300, 300, false));
    tally.add(50_000, 400, true);

    LengthBins bins = LengthBins.of(List.of(tally, NONE), OptionalInt.of(400));

    assertThat(bins.to(0)).isEqualTo(20);
    assertThat(bins.from(bins.size() - 1)).isEqualTo(420);
    assertThat(bins.to(bins.size() - 1)).isEqualTo(50_001);
    assertThat(bins.names()).startsWith("0", "20").endsWith("420+");
    long all =
        IntStream.range(0, bins.size())
            .mapToLong(bin -> tally.between(bins.from(bin), bins.to(bin)))
            .sum();
    assertThat(all).isEqualTo(1001);
  }

  @Test
  void textsWithoutTokensHaveABinToo() {
    LengthTally tally = new LengthTally("part");
    tally.add(0, 0, false);

    LengthBins bins = LengthBins.of(List.of(tally), OptionalInt.empty());

    assertThat(bins.size()).isEqualTo(1);
    assertThat(tally.between(bins.from(0), bins.to(0))).isEqualTo(1);
  }
}
