/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.BitSet;
import org.docket.corpus.LabelledText;
import org.docket.training.ToyData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetsTest {

  @TempDir Path folder;

  @Test
  void aReviewedLabelIsCertainAndCountsByItsWeight() {
    try (EncodedCorpusBuilder builder =
        new EncodedCorpusBuilder(
            ToyData.config(folder, "vocabulary.minDocuments", "1").text(), folder)) {
      builder.reviewedWeight(2.5);
      builder.addTraining(new LabelledText("card", "card lost"));
      builder.addReviewed(new LabelledText("loan", "loan lost"));
      try (AnalysedCorpus texts = builder.analysed()) {
        BitSet all = new BitSet();
        all.set(0, 2);
        BitSet validation = new BitSet();
        validation.set(0);
        EncodedTexts encoded = corpus(texts, all, validation);
        float[] targets = new float[5];
        Targets writer = new Targets(encoded, 2, 0.1, 0.6);
        writer.write(0, targets, 1);
        writer.write(1, targets, 3);

        assertThat(targets).containsExactly(0, 0.95f, 0.05f, 0, 2.5f);
      }
    }
  }

  private static EncodedTexts corpus(AnalysedCorpus texts, BitSet training, BitSet validation) {
    return texts.corpus(training, validation).training();
  }
}
