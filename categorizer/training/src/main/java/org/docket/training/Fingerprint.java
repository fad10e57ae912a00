/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.docket.io.Sha256;
import org.docket.training.config.TrainingConfig;
import org.docket.training.data.EncodedCorpus;
import org.docket.training.data.EncodedTexts;

/** What makes two trainings the same: the data as the network sees it, and the configuration. */
final class Fingerprint {

  /** A checkpoint holds the best epoch's weights: of one that chose by macro-F1 they are others. */
  private static final String BEST_EPOCH = "lowest calibrated loss on validation";

  /** What a checkpoint holds of each epoch: one that holds less is not read as if it held more. */
  private static final String EPOCH = "objective, training, network, validation";

  private Fingerprint() {}

  static String of(EncodedCorpus corpus, TrainingConfig config) {
    MessageDigest digest = Sha256.digest();
    update(digest, BEST_EPOCH);
    update(digest, EPOCH);
    update(digest, config.parameters().toString());
    update(digest, corpus.categories().toString());
    update(digest, corpus.vocabulary().tokens().toString());
    update(digest, corpus.training());
    updateSoftLabels(digest, corpus.training(), corpus.categories().size());
    updateReviewed(digest, corpus.training());
    update(digest, corpus.validation());
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void update(MessageDigest digest, String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void update(MessageDigest digest, EncodedTexts texts) {
    for (int i = 0; i < texts.size(); i++) {
      int[] ids = texts.ids(i);
      ByteBuffer bytes = ByteBuffer.allocate(4 * ids.length + 8);
      bytes.putInt(texts.label(i)).putInt(ids.length);
      bytes.asIntBuffer().put(ids);
      digest.update(bytes.array());
    }
  }

  private static void updateReviewed(MessageDigest digest, EncodedTexts texts) {
    for (int i = 0; i < texts.size(); i++) {
      if (texts.isReviewed(i)) {
        update(digest, "reviewed " + i + " " + texts.weight(i));
      }
    }
  }

  private static void updateSoftLabels(MessageDigest digest, EncodedTexts texts, int categories) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * categories);
    for (int i = 0; i < texts.size(); i++) {
      if (texts.hasSoftLabel(i)) {
        bytes.clear();
        for (int category = 0; category < categories; category++) {
          bytes.putFloat(texts.softLabel(i, category));
        }
        digest.update(bytes.array());
      }
    }
  }
}
