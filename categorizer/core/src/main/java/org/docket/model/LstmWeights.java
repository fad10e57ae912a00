/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.model;

/**
 * The weights of one LSTM layer in one direction, without peepholes.
 *
 * <p>The columns are four blocks of H (the units), in the order i, f, g, o: input gate, forget
 * gate, candidate, output gate. For an input x and the state h, c of the token before: {@code a =
 * x·input + h·recurrent + bias; c' = σ(a_f)∘c + σ(a_i)∘tanh(a_g); h' = σ(a_o)∘tanh(c')} (Hochreiter
 * and Schmidhuber 1997, with the forget gate of Gers et al. 2000).
 *
 * @param input [width of the input x 4H]
 * @param recurrent [H x 4H]
 * @param bias [4H]
 */
public record LstmWeights(Matrix input, Matrix recurrent, float[] bias) {

  public LstmWeights {
    int gates = 4 * recurrent.rows();
    recurrent.requireShape("recurrent weights", recurrent.rows(), gates);
    input.requireShape("input weights", input.rows(), gates);
    if (bias.length != gates) {
      throw new IllegalArgumentException(
          "bias must have " + gates + " values, but has " + bias.length);
    }
  }

  /** How many units the layer has: H. */
  public int units() {
    return recurrent.rows();
  }
}
