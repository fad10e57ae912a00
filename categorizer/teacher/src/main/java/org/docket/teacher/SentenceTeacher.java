/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.teacher;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.docket.corpus.LabelledText;
import org.docket.corpus.soft.Teacher;
import org.docket.evaluation.Evaluation;
import org.docket.teacher.encoder.Embeddings;
import org.docket.teacher.encoder.SentenceEncoder;
import org.docket.teacher.head.FoldedHeads;

/**
 * The teacher of {@code docket train --teacher}: a frozen sentence encoder beside n-grams. The same
 * texts and seed give the same probabilities, on however many threads.
 */
public final class SentenceTeacher implements Teacher {

  private static final String ENCODER = "all-minilm-l6-v2-q";

  /** The Bureau's redactions, of which neither encoder nor n-grams learn anything. */
  private static final Pattern REDACTED = Pattern.compile("(?<!\\p{L})X{2,}(?!\\p{L})");

  private final String encoder;

  /** For {@link java.util.ServiceLoader}. */
  public SentenceTeacher() {
    this(ENCODER);
  }

  /** With an encoder that is on the class path. */
  SentenceTeacher(String encoder) {
    this.encoder = encoder;
  }

  @Override
  public Lesson teach(Task task, Listener listener) {
    List<LabelledText> labelled =
        task.labelled().stream()
            .map(text -> new LabelledText(text.category(), clean(text.text())))
            .toList();
    List<String> texts = new ArrayList<>();
    labelled.forEach(text -> texts.add(text.text()));
    task.unlabelled().forEach(text -> texts.add(clean(text)));
    int threads = Runtime.getRuntime().availableProcessors();
    float[][] vectors = vectors(texts, task, threads, listener);
    FoldedHeads heads =
        FoldedHeads.fit(
            labelled, Arrays.copyOf(vectors, labelled.size()), task.seed(), threads, listener);
    List<float[]> unlabelled =
        IntStream.range(labelled.size(), texts.size())
            .parallel()
            .mapToObj(i -> heads.unlabelled(texts.get(i), vectors[i]))
            .toList();
    return new Lesson(
        heads.categories(),
        heads.labelled(),
        unlabelled,
        provenance(heads),
        List.of(remark(heads)));
  }

  private float[][] vectors(List<String> texts, Task task, int threads, Listener listener) {
    try (SentenceEncoder loaded = SentenceEncoder.load(encoder)) {
      return Embeddings.of(texts, loaded, task.cache(), task.resume(), threads, listener);
    }
  }

  private static String clean(String text) {
    return REDACTED.matcher(text).replaceAll("");
  }

  private SortedMap<String, String> provenance(FoldedHeads heads) {
    Evaluation evaluation = heads.evaluation();
    SortedMap<String, String> provenance = new TreeMap<>();
    provenance.put("encoder", encoder);
    provenance.put("ngramWeight", decimals(heads.ngramWeight()));
    provenance.put("temperature", decimals(heads.temperature()));
    provenance.put("accuracy", decimals(evaluation.accuracy()));
    provenance.put("macroF1", decimals(evaluation.macroF1()));
    provenance.put("logLoss", decimals(heads.logLoss()));
    return provenance;
  }

  private static String remark(FoldedHeads heads) {
    Evaluation evaluation = heads.evaluation();
    return String.format(
        Locale.ROOT,
        "teacher, out of fold on %,d documents: accuracy %.4f, macro-F1 %.4f, log loss %.4f,"
            + " calibration error %.4f (vectors alone %.4f, n-grams alone %.4f)",
        evaluation.documents(),
        evaluation.accuracy(),
        evaluation.macroF1(),
        heads.logLoss(),
        evaluation.ece(),
        heads.vectorsAlone().accuracy(),
        heads.ngramsAlone().accuracy());
  }

  private static String decimals(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
