/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.docket.corpus.CorpusCounts;
import org.docket.corpus.CorpusOptions;
import org.docket.corpus.CorpusReader;
import org.docket.corpus.LabelledText;
import org.docket.error.DocketException;
import org.docket.training.Warmup;
import org.docket.training.config.OptimizationConfig;
import org.docket.training.config.TrainingConfig;
import org.docket.training.data.DataFile;
import org.docket.training.data.EncodedCorpus;
import org.docket.training.data.EncodedCorpusBuilder;
import org.docket.training.data.TrainingData;

/** Reads the files that a training is about; of their texts no more than one is held. */
final class TrainingFiles {

  private final CorpusOptions options;
  private final Path temporary;
  private CorpusCounts counts = CorpusCounts.NONE;

  /**
   * Takes what all files have in common.
   *
   * @param temporary the folder of a temporary file, for a corpus that is larger than memory
   */
  TrainingFiles(CorpusOptions options, Path temporary) {
    this.options = options;
    this.temporary = temporary;
  }

  /**
   * Reads and analyses training and validation data.
   *
   * @param validation may be empty: then a part of the training data is split off
   * @return the data, whose corpus is for the caller to close
   */
  TrainingData read(List<Path> training, List<Path> validation, TrainingConfig config) {
    // Hashes first: a missing file should be told before the others are read.
    List<DataFile> trainingFiles = dataFiles(training);
    List<DataFile> validationFiles = dataFiles(validation);
    Warmup warmup = Warmup.start(config);
    try {
      EncodedCorpus corpus = corpus(training, validation, config);
      warmup.finish();
      return new TrainingData(corpus, trainingFiles, validationFiles);
    } finally {
      warmup.stop();
    }
  }

  private EncodedCorpus corpus(List<Path> training, List<Path> validation, TrainingConfig config) {
    try (EncodedCorpusBuilder builder = new EncodedCorpusBuilder(config.text(), temporary);
        CorpusReader reader = new CorpusReader(options)) {
      read(reader, training, builder::addTraining);
      if (!validation.isEmpty()) {
        read(reader, validation, builder::addValidation);
      }
      counts = reader.finish();
      OptimizationConfig optimization = config.optimization();
      if (validation.isEmpty()) {
        return builder
            .split(optimization.validationShare(), optimization.seed())
            .orElseThrow(
                () ->
                    new DocketException(
                        "there are too few documents to split off a validation part; give"
                            + " --validation"));
      }
      return builder.build();
    }
  }

  /** What was read and left out. */
  CorpusCounts counts() {
    return counts;
  }

  private static void read(CorpusReader reader, List<Path> files, Consumer<LabelledText> consumer) {
    CorpusCounts read = CorpusCounts.NONE;
    for (Path file : files) {
      read = read.plus(reader.read(file, consumer));
    }
    if (read.documents() == 0) {
      String leftOut = read.leftOut();
      throw new DocketException(
          "there is no labelled document in "
              + files.stream().map(Path::toString).collect(Collectors.joining(", "))
              + (leftOut.isEmpty() ? "" : " (" + leftOut + ")"));
    }
  }

  private static List<DataFile> dataFiles(List<Path> files) {
    return files.stream().map(DataFile::of).toList();
  }
}
