/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.teacher.encoder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import opennlp.tools.tokenize.WordpieceTokenizer;

/**
 * A text as the ids of BERT's word pieces, as Hugging Face's tokenizer gives them: OpenNLP's
 * tokenizer, on what BERT's normalizer makes of the text. Safe for use by many threads.
 */
final class Wordpieces {

  /** What Hugging Face's tokenizer calls max_input_chars_per_word. */
  private static final int LONGEST_WORD = 100;

  /** Far more than the pieces that are read. */
  private static final int LONGEST_TEXT = 20_000;

  private static final Pattern MARKS = Pattern.compile("\\p{Mn}");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}\\uFFFD&&[^\\t\\n\\r]]");

  /** Each is a word of its own: punctuation, ASCII's symbols, and ideographs. */
  private static final Pattern ALONE = Pattern.compile("[\\p{P}$+<=>^`|~\\p{IsHan}]");

  private final Map<String, Integer> ids;
  private final WordpieceTokenizer tokenizer;
  private final int most;

  private Wordpieces(Map<String, Integer> ids, int most) {
    this.ids = ids;
    this.tokenizer = new WordpieceTokenizer(ids.keySet(), LONGEST_WORD);
    this.most = most;
  }

  /**
   * Reads a vocabulary.
   *
   * @param json Hugging Face's tokenizer.json
   * @param most pieces of a text, with the two that mark its beginning and its end
   */
  static Wordpieces read(InputStream json, int most) throws IOException {
    JsonNode vocabulary = new ObjectMapper().readTree(json).path("model").path("vocab");
    Map<String, Integer> ids = new HashMap<>();
    vocabulary.properties().forEach(piece -> ids.put(piece.getKey(), piece.getValue().intValue()));
    if (!ids.keySet().containsAll(Arrays.asList("[CLS]", "[SEP]", "[UNK]"))) {
      throw new IOException("the vocabulary of the sentence encoder is not BERT's");
    }
    return new Wordpieces(ids, most);
  }

  /** The ids of a text. */
  int[] of(String text) {
    String[] pieces = tokenizer.tokenize(normal(text));
    int[] result = new int[Math.min(pieces.length, most)];
    for (int i = 0; i < result.length; i++) {
      result[i] = ids.get(pieces[i]);
    }
    result[result.length - 1] = ids.get("[SEP]");
    return result;
  }

  private static String normal(String text) {
    String start = text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    String plain = CONTROL.matcher(start).replaceAll("").toLowerCase(Locale.ROOT);
    String bare = MARKS.matcher(Normalizer.normalize(plain, Normalizer.Form.NFD)).replaceAll("");
    return ALONE.matcher(bare).replaceAll(" $0 ");
  }
}
