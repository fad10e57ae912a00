/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.data;

import java.util.List;

/**
 * What is learned from, and what is measured on.
 *
 * @param corpus examples to learn from, and examples that choose the best epoch and the temperature
 * @param trainingFiles where the training examples came from
 * @param validationFiles where the validation examples came from; empty if they were split off
 * @param teacher where probabilities came from
 * @param reviewed what people reviewed
 */
public record TrainingData(
    EncodedCorpus corpus,
    List<DataFile> trainingFiles,
    List<DataFile> validationFiles,
    TeacherData teacher,
    ReviewedData reviewed) {

  public TrainingData {
    trainingFiles = List.copyOf(trainingFiles);
    validationFiles = List.copyOf(validationFiles);
  }

  /** Without probabilities and reviews. */
  public TrainingData(
      EncodedCorpus corpus, List<DataFile> trainingFiles, List<DataFile> validationFiles) {
    this(corpus, trainingFiles, validationFiles, TeacherData.NONE, ReviewedData.NONE);
  }
}
