/* SPDX-License-Identifier: Apache-2.0 */
package com.example.letters;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URL;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import opennlp.tools.doccat.DoccatModel;
import opennlp.tools.doccat.DocumentCategorizer;
import opennlp.tools.doccat.DocumentCategorizerME;
import opennlp.tools.sentdetect.SentenceDetector;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.tokenize.Tokenizer;
import opennlp.tools.tokenize.TokenizerME;
import opennlp.tools.tokenize.TokenizerModel;

/**
 * Letter to sentences, sentences to tokens, tokens to a category. All models come from the class
 * path.
 *
 * <p>For one thread, because OpenNLP's sentence detector and tokenizer are.
 */
public final class LetterPipeline {

  private final SentenceDetector sentenceDetector;
  private final Tokenizer tokenizer;
  private final DocumentCategorizer categorizer;

  /** Loads the models. */
  public LetterPipeline() throws IOException {
    sentenceDetector =
        new SentenceDetectorME(
            new SentenceModel(resource("/opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin")));
    tokenizer =
        new TokenizerME(new TokenizerModel(resource("/opennlp-en-ud-ewt-tokens-1.3-2.5.4.bin")));
    categorizer = new DocumentCategorizerME(new DoccatModel(resource("/complaints-en.bin")));
  }

  /** The category of a letter as a whole. */
  public Tagged tag(String letter) {
    return tagged(letter, sentences(letter).map(tokenizer::tokenize).flatMap(Arrays::stream));
  }

  /** The sentences of a letter, each with a category of its own: who is to read which? */
  public List<Tagged> tagSentences(String letter) {
    return sentences(letter)
        .map(sentence -> tagged(sentence, Stream.of(tokenizer.tokenize(sentence))))
        .toList();
  }

  private Stream<String> sentences(String letter) {
    return Stream.of(sentenceDetector.sentDetect(letter));
  }

  private Tagged tagged(String text, Stream<String> tokens) {
    double[] probabilities = categorizer.categorize(tokens.toArray(String[]::new));
    String best = categorizer.getBestCategory(probabilities);
    return new Tagged(text, best, probabilities[categorizer.getIndex(best)]);
  }

  private static URL resource(String name) throws FileNotFoundException {
    URL resource = LetterPipeline.class.getResource(name);
    if (resource == null) {
      throw new FileNotFoundException("there is no " + name + " on the class path");
    }
    return resource;
  }
}
