/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training;

import java.util.List;
import org.docket.corpus.LabelledText;

/**
 * What is learned from, and what is measured on.
 *
 * @param training examples to learn from
 * @param validation examples that choose the best epoch and the temperature
 * @param trainingFiles where the training examples came from
 * @param validationFiles where the validation examples came from; empty if they were split off
 */
public record TrainingData(
    List<LabelledText> training,
    List<LabelledText> validation,
    List<DataFile> trainingFiles,
    List<DataFile> validationFiles) {

  public TrainingData {
    training = List.copyOf(training);
    validation = List.copyOf(validation);
    trainingFiles = List.copyOf(trainingFiles);
    validationFiles = List.copyOf(validationFiles);
  }
}
