/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What Solr's modules ask of OpenNLP 1.9.4, which they bring: models of sentences, tokens, parts of
 * speech and languages, trained by its own command line in a process of its own.
 */
final class OldOpenNlp {

  private static final String PARAMS = "Algorithm=MAXENT\nCutoff=0\nIterations=20\n";
  private static final int TIMES = 20;

  private static final List<String> SENTENCES =
      List.of(
          "The bank took my house.",
          "My card was charged twice.",
          "Nobody of No. 5 called me back.");
  private static final List<String> TOKENS =
      List.of(
          "The bank took my house<SPLIT>.",
          "My card was charged twice<SPLIT>.",
          "Nobody called me back<SPLIT>.");
  private static final List<String> PARTS_OF_SPEECH =
      List.of(
          "The_DT bank_NN took_VBD my_PRP house_NN ._.",
          "My_PRP card_NN was_VBD charged_VBN twice_RB ._.");
  private static final List<String> LANGUAGES =
      List.of(
          "eng\tthe bank took my house and the card was charged twice with the fee",
          "spa\tel banco se llevó mi casa y cobraron dos veces la tarjeta con la tarifa");

  private final Path jar;
  private final Path folder;

  /**
   * The trainers.
   *
   * @param jar opennlp-tools 1.9.4
   * @param folder where models and what they are made of go
   */
  OldOpenNlp(Path jar, Path folder) throws IOException {
    this.jar = jar;
    this.folder = Files.createDirectories(folder);
  }

  Path sentences() throws IOException, InterruptedException {
    return train("SentenceDetectorTrainer", "sentences", SENTENCES, "-lang", "en");
  }

  Path tokens() throws IOException, InterruptedException {
    return train("TokenizerTrainer", "tokens", TOKENS, "-lang", "en");
  }

  Path partsOfSpeech() throws IOException, InterruptedException {
    return train("POSTaggerTrainer", "parts", PARTS_OF_SPEECH, "-lang", "en");
  }

  Path languages() throws IOException, InterruptedException {
    return train("LanguageDetectorTrainer", "languages", LANGUAGES);
  }

  private Path train(String tool, String name, List<String> lines, String... options)
      throws IOException, InterruptedException {
    Path model = folder.resolve(name + ".bin");
    Path log = folder.resolve(name + ".log");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                jar.toString(),
                "opennlp.tools.cmdline.CLI",
                tool,
                "-encoding",
                "UTF-8",
                "-params",
                Files.writeString(folder.resolve("params.txt"), PARAMS).toString(),
                "-data",
                Files.write(folder.resolve(name + ".txt"), often(lines)).toString(),
                "-model",
                model.toString()));
    command.addAll(List.of(options));
    Process trainer =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    assertThat(trainer.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(trainer.exitValue()).as(Files.readString(log)).isZero();
    return model;
  }

  private static List<String> often(List<String> lines) {
    return IntStream.range(0, TIMES)
        .mapToObj(i -> lines)
        .flatMap(List::stream)
        .flatMap(Stream::of)
        .collect(Collectors.toList());
  }
}
