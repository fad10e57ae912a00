/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.tensorboard;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.docket.training.config.TrainingConfig;
import org.docket.training.data.DataFile;
import org.docket.training.data.EncodedCorpus;
import org.docket.training.data.TrainingData;

/** What a training is about, in Markdown, for TensorBoard's TEXT. */
final class RunText {

  /** The most categories that are listed. */
  private static final int MOST = 100;

  private final StringBuilder text = new StringBuilder();

  private RunText() {}

  /** Of its corpus. */
  static String corpus(TrainingData data, int projectorWords) {
    EncodedCorpus corpus = data.corpus();
    RunText text = new RunText();
    text.header("corpus", "");
    text.row("files to train on", names(data.trainingFiles()));
    if (!data.validationFiles().isEmpty()) {
      text.row("files to validate on", names(data.validationFiles()));
    }
    text.row("texts to train on", number(corpus.training().size()));
    text.row("texts to validate on", number(corpus.validation().size()));
    text.row("words", number(corpus.vocabulary().size() - 1));
    text.row("words in the projector, the most frequent", number(projectorWords));
    text.row("categories", number(corpus.categories().size()));
    text.end();
    text.categories(corpus.documents());
    return text.text.toString();
  }

  /** Of its preset. */
  static String preset(TrainingConfig config) {
    RunText text = new RunText();
    text.header("preset", config.name());
    config.parameters().forEach(text::row);
    return text.text.toString();
  }

  private void categories(Map<String, Long> documents) {
    header("category", "documents to train on");
    documents.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(MOST)
        .forEach(entry -> row(entry.getKey(), number(entry.getValue())));
    if (documents.size() > MOST) {
      row("and so many more categories", number(documents.size() - MOST));
    }
  }

  private void header(String name, String value) {
    row(name, value);
    text.append("|---|---|\n");
  }

  private void row(String name, String value) {
    text.append("| ").append(escaped(name)).append(" | ").append(escaped(value)).append(" |\n");
  }

  private void end() {
    text.append('\n');
  }

  private static String names(List<DataFile> files) {
    return String.join(", ", files.stream().map(DataFile::name).toList());
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** Names are data: nothing in them is Markdown or HTML, and they end no row. */
  private static String escaped(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]", " ")
        .replaceAll("([\\\\`*_{}\\[\\]()#+!|<>&~-])", "\\\\$1");
  }
}
