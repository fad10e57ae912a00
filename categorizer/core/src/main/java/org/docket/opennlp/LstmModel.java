/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.opennlp;

import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.util.model.SerializableArtifact;
import org.docket.LstmDocumentCategorizer;
import org.docket.model.CategorizerModel;

/**
 * A model of Docket as OpenNLP's {@link AbstractModel}: what {@code DoccatModel} holds and {@code
 * DocumentCategorizerME} asks.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class LstmModel extends AbstractModel implements SerializableArtifact {

  private final CategorizerModel model;
  private final LstmDocumentCategorizer categorizer;

  public LstmModel(CategorizerModel model) {
    super(new Context[0], new String[0], model.categories().toArray(String[]::new));
    this.model = model;
    this.categorizer = LstmDocumentCategorizer.of(model);
  }

  /** The model behind this one, kept so that it can be written again. */
  public CategorizerModel model() {
    return model;
  }

  /**
   * The probabilities of a document.
   *
   * @param context the features of the document, in the order of its text: tokens that {@link
   *     LuceneFeatureGenerator} has cleaned, or {@code bow=token} as OpenNLP's own bag of words
   *     makes them, which are cleaned here
   * @return one per category
   */
  @Override
  public double[] eval(String[] context) {
    if (context.length > 0 && context[0].startsWith(Features.CLEANED)) {
      return categorizer.categorizeAnalyzed(Features.values(context, Features.CLEANED));
    }
    return categorizer.categorize(Features.values(context, Features.BAG_OF_WORDS));
  }

  /** {@inheritDoc} The probabilities are also put into the given array. */
  @Override
  public double[] eval(String[] context, double[] probabilities) {
    double[] result = eval(context);
    System.arraycopy(result, 0, probabilities, 0, result.length);
    return probabilities;
  }

  /**
   * {@inheritDoc}
   *
   * @param values not used: the network knows no weights of features
   */
  @Override
  public double[] eval(String[] context, float[] values) {
    return eval(context);
  }

  @Override
  public Class<?> getArtifactSerializerClass() {
    return LstmModelSerializer.class;
  }

  /** Two of these are equal if they are the same one: comparing weights is not worth it. */
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
