/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.teacher.head;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts as weights of their words and pairs of words: TF-IDF with logarithmic counts, of norm 1,
 * without what stands in one text only. Known by a hash of 64 bits each. Immutable.
 */
final class Ngrams {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]{2,}");
  private static final int LEAST_TEXTS = 2;

  private static final long FNV_START = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  /** Sorted; the place of a hash, from 1, is its number. */
  private final long[] hashes;

  private final double[] idf;

  private Ngrams(long[] hashes, double[] idf) {
    this.hashes = hashes;
    this.idf = idf;
  }

  /** Counts in how many texts each is. */
  static Ngrams of(List<String> texts) {
    long[] all = new long[1 << 16];
    int count = 0;
    for (String text : texts) {
      long[] own = distinct(hashes(text));
      if (count + own.length > all.length) {
        all = Arrays.copyOf(all, Math.max(2 * all.length, count + own.length));
      }
      System.arraycopy(own, 0, all, count, own.length);
      count += own.length;
    }
    Arrays.parallelSort(all, 0, count);
    return of(all, count, texts.size());
  }

  private static Ngrams of(long[] sorted, int count, int texts) {
    long[] hashes = new long[count];
    double[] idf = new double[count];
    int kept = 0;
    for (int start = 0; start < count; ) {
      int end = start;
      while (end < count && sorted[end] == sorted[start]) {
        end++;
      }
      if (end - start >= LEAST_TEXTS) {
        hashes[kept] = sorted[start];
        idf[kept++] = Math.log((1.0 + texts) / (1.0 + end - start)) + 1;
      }
      start = end;
    }
    return new Ngrams(Arrays.copyOf(hashes, kept), Arrays.copyOf(idf, kept));
  }

  /** How many there are. */
  int size() {
    return hashes.length;
  }

  /** The weights of a text, by number. */
  Feature[] features(String text) {
    long[] all = hashes(text);
    Arrays.sort(all);
    Feature[] features = new Feature[all.length];
    int count = 0;
    double squares = 0;
    for (int start = 0; start < all.length; ) {
      int end = start;
      while (end < all.length && all[end] == all[start]) {
        end++;
      }
      int place = Arrays.binarySearch(hashes, all[start]);
      if (place >= 0) {
        double weight = (1 + Math.log(end - start)) * idf[place];
        squares += weight * weight;
        features[count++] = new FeatureNode(place + 1, weight);
      }
      start = end;
    }
    double norm = Math.sqrt(squares);
    for (int i = 0; i < count; i++) {
      features[i].setValue(features[i].getValue() / norm);
    }
    return Arrays.copyOf(features, count);
  }

  private static long[] distinct(long[] hashes) {
    return Arrays.stream(hashes).sorted().distinct().toArray();
  }

  private static long[] hashes(String text) {
    long[] hashes = new long[64];
    int count = 0;
    long before = 0;
    Matcher words = WORD.matcher(text.toLowerCase(Locale.ROOT));
    while (words.find()) {
      if (count + 2 > hashes.length) {
        hashes = Arrays.copyOf(hashes, 2 * hashes.length);
      }
      long word = hash(words.group());
      hashes[count++] = word;
      if (before != 0) {
        hashes[count++] = before * FNV_PRIME * 31 + word;
      }
      before = word;
    }
    return Arrays.copyOf(hashes, count);
  }

  private static long hash(String word) {
    long hash = FNV_START;
    for (int i = 0; i < word.length(); i++) {
      hash = (hash ^ word.charAt(i)) * FNV_PRIME;
    }
    return hash;
  }
}
