/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A model of a few sentences, by default naive Bayes, trained by OpenNLP's own command line in a
 * process of its own: OpenNLP must not be on the class path that Solr runs with here, or a plugin
 * that looks for it under its own name would seem to work.
 */
final class TinyModel {

  static final List<String> SENTENCES =
      List.of(
          "mortgage the bank wants to foreclose on my house and escrow payment",
          "mortgage refinance of our home loan with escrow and appraisal",
          "mortgage foreclosure of the house though i paid every payment",
          "cards the credit card was charged twice and the annual fee",
          "cards my card was declined and the store charged interest",
          "cards rewards points of the credit card were taken away");

  /** A model names the classes of these, which the plugin holds under other names. */
  private static final String FEATURE_GENERATORS =
      "opennlp.tools.doccat.BagOfWordsFeatureGenerator,opennlp.tools.doccat.NGramFeatureGenerator";

  private static final String PARAMS = "Algorithm=%s\nCutoff=1\nIterations=10\n";

  private TinyModel() {}

  /** Trains a model of {@link #SENTENCES}: the categories are "mortgage" and "cards". */
  static Path train(Path folder) throws IOException, InterruptedException {
    return train(folder, SENTENCES);
  }

  /** Trains a model of sentences whose first word is the category. */
  static Path train(Path folder, List<String> sentences) throws IOException, InterruptedException {
    return train(folder, sentences, "NAIVEBAYES");
  }

  /** The same with another algorithm: MAXENT, MAXENT_QN or PERCEPTRON. */
  static Path train(Path folder, List<String> sentences, String algorithm)
      throws IOException, InterruptedException {
    Files.createDirectories(folder);
    Path data = Files.write(folder.resolve("train.txt"), sentences);
    Path params =
        Files.writeString(
            folder.resolve("params.txt"), String.format(Locale.ROOT, PARAMS, algorithm));
    Path model = folder.resolve("tiny.bin");
    Process trainer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath(),
                "opennlp.tools.cmdline.CLI",
                "DoccatTrainer",
                "-lang",
                "eng",
                "-featureGenerators",
                FEATURE_GENERATORS,
                "-params",
                params.toString(),
                "-data",
                data.toString(),
                "-model",
                model.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("trainer.log").toFile())
            .start();
    assertThat(trainer.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(trainer.exitValue()).as(Files.readString(folder.resolve("trainer.log"))).isZero();
    return model;
  }

  /** OpenNLP, and slf4j's interface, without a logger behind it, from here. */
  private static String classPath() {
    String separator = System.getProperty("path.separator");
    Stream<String> ours = Stream.of(System.getProperty("java.class.path").split(separator));
    return Stream.concat(
            Stream.of(System.getProperty("docket.opennlp")),
            ours.filter(jar -> jar.contains("slf4j-api")))
        .collect(Collectors.joining(separator));
  }
}
