/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.text;

import java.io.Reader;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.charfilter.HTMLStripCharFilter;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.LengthFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.docket.text.clean.PlacedText;
import org.docket.text.clean.TextCleaner;

/**
 * The Lucene chain: text made clean, currency signs to a word that the tokenizer keeps, standard
 * tokenizer, lower case, ASCII folding, redactions, amounts, stop words, length.
 *
 * <p>Version 1 of the chain cleans text by Lucene's filters of characters, version 2 by {@link
 * TextCleaner}, which says why.
 */
final class ComplaintAnalyzer extends Analyzer {

  private static final String[] CURRENCY_SIGNS = {"$", "€", "£"};
  private static final String CURRENCY_WORD = " " + AmountFilter.SIGN;

  // What a text holds, as the name of the "field" that the analyzer is asked for.
  private static final String PLAIN = "plain";
  private static final String MARKUP = "markup";

  /** Made when a text has markup, not when a model is loaded: it takes a tenth of a second. */
  private static final class SignsToWords {
    static final NormalizeCharMap MAP = map();

    private static NormalizeCharMap map() {
      NormalizeCharMap.Builder map = new NormalizeCharMap.Builder();
      for (String sign : CURRENCY_SIGNS) {
        map.add(sign, CURRENCY_WORD);
      }
      return map.build();
    }
  }

  private final AnalysisSpec spec;
  private final CharArraySet stopWords;
  private final TextCleaner cleaner;

  ComplaintAnalyzer(AnalysisSpec spec) {
    this.spec = spec;
    this.cleaner = new TextCleaner(spec.stripHtml(), spec.normalizeAmounts() ? CURRENCY_WORD : "");
    this.stopWords = new CharArraySet(spec.stopWords(), false);
  }

  /** The tokens of a text. */
  TokenStream tokens(String text) {
    return spec.chain() == 1 ? tokensOfChain1(text) : tokenStream(PLAIN, cleaner.read(text));
  }

  /** The text for {@link #tokens(PlacedText)}, by version 2 of the chain or a later one. */
  PlacedText place(String text) {
    return cleaner.place(text);
  }

  /** The tokens of a clean text. */
  TokenStream tokens(PlacedText clean) {
    return tokenStream(PLAIN, clean.text());
  }

  /**
   * Only a text with markup goes through filters of characters: few have any, and the filters take
   * as long as all the rest of the chain.
   */
  private TokenStream tokensOfChain1(String text) {
    if (text.indexOf('<') >= 0 || text.indexOf('&') >= 0) {
      return tokenStream(MARKUP, text);
    }
    return tokenStream(PLAIN, spec.normalizeAmounts() ? withoutSigns(text) : text);
  }

  /**
   * The tokens of version 1 of the chain, always by the filters of characters, which keep count of
   * what they move.
   */
  TokenStream placedTokensOfChain1(String text) {
    return tokenStream(MARKUP, text);
  }

  private static String withoutSigns(String text) {
    String words = text;
    for (String sign : CURRENCY_SIGNS) {
      words = words.replace(sign, CURRENCY_WORD);
    }
    return words;
  }

  /**
   * Markup can write a currency sign as {@code &#36;}: signs come after it, and by a filter too.
   */
  @Override
  protected Reader initReader(String kind, Reader text) {
    if (kind.equals(PLAIN)) {
      return text;
    }
    Reader reader = spec.stripHtml() ? new HTMLStripCharFilter(text) : text;
    return spec.normalizeAmounts() ? new MappingCharFilter(SignsToWords.MAP, reader) : reader;
  }

  @Override
  protected TokenStreamComponents createComponents(String fieldName) {
    Tokenizer tokenizer = new StandardTokenizer();
    TokenStream tokens = new ASCIIFoldingFilter(new LowerCaseFilter(tokenizer));
    if (spec.normalizeRedactions()) {
      tokens = new RedactionFilter(tokens);
    }
    if (spec.normalizeAmounts()) {
      tokens = new AmountFilter(tokens);
    }
    tokens = new StopFilter(tokens, stopWords);
    return new TokenStreamComponents(tokenizer, new LengthFilter(tokens, 1, spec.maxTokenLength()));
  }
}
