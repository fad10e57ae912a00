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
 * zip without it would seem to work.
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

  private static final String PARAMS = "Algorithm=%s\nCutoff=1\nIterations=10\n";

  private TinyModel() {}

  /** Trains a model of {@link #SENTENCES}: the categories are "mortgage" and "cards". */
  static Path train(Path folder, Path pluginZip) throws IOException, InterruptedException {
    return train(folder, pluginZip, SENTENCES);
  }

  /** Trains a model of sentences whose first word is the category. */
  static Path train(Path folder, Path pluginZip, List<String> sentences)
      throws IOException, InterruptedException {
    return train(folder, pluginZip, sentences, "NAIVEBAYES");
  }

  /** The same with another algorithm: MAXENT, MAXENT_QN or PERCEPTRON. */
  static Path train(Path folder, Path pluginZip, List<String> sentences, String algorithm)
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
                classPath(folder, pluginZip),
                "opennlp.tools.cmdline.CLI",
                "DoccatTrainer",
                "-lang",
                "eng",
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

  /**
   * OpenNLP out of the plugin zip, and slf4j's interface, without a logger behind it, from here.
   */
  private static String classPath(Path folder, Path pluginZip) throws IOException {
    Path lib = SolrHome.create(folder.resolve("opennlp")).addPlugin(pluginZip).folder();
    String separator = System.getProperty("path.separator");
    try (Stream<Path> jars = Files.list(lib.resolve("lib"))) {
      Stream<String> ours = Stream.of(System.getProperty("java.class.path").split(separator));
      return Stream.concat(
              jars.map(Path::toString).filter(jar -> jar.contains("opennlp-tools")),
              ours.filter(jar -> jar.contains("slf4j-api")))
          .collect(Collectors.joining(separator));
    }
  }
}
