/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.opennlp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import opennlp.tools.ml.EventTrainer;
import opennlp.tools.util.TrainingParameters;
import org.docket.error.DocketException;
import org.docket.training.config.TrainingConfig;

/**
 * OpenNLP's training parameters as a configuration: a preset, with the keys that the parameters
 * have in place of the preset's.
 */
final class LstmParameters {

  /** The parameter that names the preset. */
  static final String PRESET = "preset";

  private static final String DEFAULT_PRESET = "default";

  private static final String SOURCE = "OpenNLP parameters";

  private static final List<Foreign> FOREIGN =
      List.of(
          new Foreign(
              TrainingParameters.ITERATIONS_PARAM,
              TrainingParameters.ITERATIONS_DEFAULT_VALUE,
              "give training.epochs"),
          new Foreign(
              TrainingParameters.CUTOFF_PARAM,
              TrainingParameters.CUTOFF_DEFAULT_VALUE,
              "give vocabulary.minDocuments"),
          new Foreign(
              TrainingParameters.TRAINER_TYPE_PARAM, EventTrainer.EVENT_VALUE, "leave it out"));

  private LstmParameters() {}

  /**
   * The configuration that the parameters describe.
   *
   * @throws DocketException if a key is not known or a value not allowed
   */
  static TrainingConfig config(TrainingParameters parameters) {
    Map<String, String> given = values(parameters);
    given.remove(TrainingParameters.ALGORITHM_PARAM);
    FOREIGN.forEach(foreign -> foreign.removeFrom(given));
    String preset = given.remove(PRESET);
    // Keys of OpenNLP's parameters have no case: an equal one keeps the preset's spelling.
    Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    values.putAll(TrainingConfig.load(preset == null ? DEFAULT_PRESET : preset).parameters());
    values.putAll(given);
    return TrainingConfig.of(SOURCE, values);
  }

  /**
   * All parameters as text. OpenNLP takes a dot in a key for the end of a namespace and lists one
   * namespace at a time, so that a misspelt one shows only when all parameters are written out.
   */
  private static Map<String, String> values(TrainingParameters parameters) {
    Properties all = new Properties();
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      texts(parameters).serialize(bytes);
      all.load(new StringReader(bytes.toString(StandardCharsets.ISO_8859_1)));
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail", e);
    } catch (ClassCastException e) {
      // OpenNLP writes text only, and texts() has seen to all keys that there are.
      throw new DocketException(
          String.format(
              Locale.ROOT,
              "%s: a key is not known; the keys are %s, %s",
              SOURCE,
              PRESET,
              String.join(", ", defaults().keySet())),
          e);
    }
    Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    all.stringPropertyNames().forEach(key -> values.put(key, all.getProperty(key).strip()));
    return values;
  }

  /** The parameters, with numbers and flags that a program has put there as text. */
  private static TrainingParameters texts(TrainingParameters parameters) {
    TrainingParameters texts = new TrainingParameters(parameters);
    parameters.getObjectSettings().forEach((key, value) -> texts.put(key, value.toString()));
    defaults().keySet().stream()
        .filter(key -> key.contains("."))
        .map(key -> key.substring(0, key.indexOf('.')))
        .distinct()
        .forEach(
            namespace ->
                parameters
                    .getObjectSettings(namespace)
                    .forEach((key, value) -> texts.put(namespace, key, value.toString())));
    return texts;
  }

  private static Map<String, String> defaults() {
    return TrainingConfig.load(DEFAULT_PRESET).parameters();
  }

  /**
   * A parameter of OpenNLP's own algorithms, which {@code TrainingParameters.defaultParams()}
   * carries whatever the algorithm.
   *
   * @param ignored the value that those have
   * @param instead what to do in place of giving another value
   */
  private record Foreign(String key, Object ignored, String instead) {

    void removeFrom(Map<String, String> given) {
      String value = given.remove(key);
      if (value != null && !value.equals(ignored.toString())) {
        throw new DocketException(
            String.format(
                Locale.ROOT,
                "%s: %s=%s is for OpenNLP's own algorithms; %s",
                SOURCE,
                key,
                value,
                instead));
      }
    }
  }
}
