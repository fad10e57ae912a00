/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.docket.DocketException;
import org.docket.corpus.Corpus;
import org.docket.corpus.CorpusCounts;
import org.docket.corpus.CorpusOptions;
import org.docket.corpus.LabelledText;
import org.docket.corpus.Split;
import org.docket.training.DataFile;
import org.docket.training.OptimizationConfig;
import org.docket.training.TrainingData;

/** Reads the files that a training is about. */
final class TrainingFiles {

  private final CorpusOptions options;
  private CorpusCounts counts = CorpusCounts.NONE;

  TrainingFiles(CorpusOptions options) {
    this.options = options;
  }

  /**
   * Reads training and validation data.
   *
   * @param validation may be empty: then a part of the training data is split off
   */
  TrainingData read(List<Path> training, List<Path> validation, OptimizationConfig config) {
    // Hashes first: a missing file should be told before the others are read.
    List<DataFile> trainingFiles = dataFiles(training);
    List<DataFile> validationFiles = dataFiles(validation);
    List<LabelledText> texts = texts(training);
    Split split =
        validation.isEmpty()
            ? Split.of(texts, config.validationShare(), config.seed())
            : new Split(texts, texts(validation));
    if (split.validation().isEmpty()) {
      throw new DocketException(
          "there are too few documents to split off a validation part; give --validation");
    }
    return new TrainingData(split.training(), split.validation(), trainingFiles, validationFiles);
  }

  /** What was read and left out. */
  CorpusCounts counts() {
    return counts;
  }

  private List<LabelledText> texts(List<Path> files) {
    List<LabelledText> texts = new ArrayList<>();
    for (Path file : files) {
      counts = counts.plus(Corpus.read(file, options, texts::add));
    }
    if (texts.isEmpty()) {
      throw new DocketException(
          "there is no labelled document in "
              + files.stream().map(Path::toString).collect(Collectors.joining(", ")));
    }
    return texts;
  }

  private static List<DataFile> dataFiles(List<Path> files) {
    return files.stream().map(DataFile::of).toList();
  }
}
