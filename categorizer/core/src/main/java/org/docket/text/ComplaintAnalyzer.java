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

/**
 * The Lucene chain: HTML stripped, currency signs to a word that the tokenizer keeps, standard
 * tokenizer, lower case, ASCII folding, redactions, amounts, stop words, length.
 */
final class ComplaintAnalyzer extends Analyzer {

  private static final NormalizeCharMap CURRENCY_SIGNS = currencySigns();

  private final AnalysisSpec spec;
  private final CharArraySet stopWords;

  ComplaintAnalyzer(AnalysisSpec spec) {
    this.spec = spec;
    this.stopWords = new CharArraySet(spec.stopWords(), false);
  }

  @Override
  protected Reader initReader(String fieldName, Reader text) {
    Reader reader = text;
    if (spec.stripHtml()) {
      reader = new HTMLStripCharFilter(reader);
    }
    if (spec.normalizeAmounts()) {
      reader = new MappingCharFilter(CURRENCY_SIGNS, reader);
    }
    return reader;
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

  private static NormalizeCharMap currencySigns() {
    NormalizeCharMap.Builder map = new NormalizeCharMap.Builder();
    for (String sign : new String[] {"$", "€", "£"}) {
      map.add(sign, " " + AmountFilter.SIGN);
    }
    return map.build();
  }
}
