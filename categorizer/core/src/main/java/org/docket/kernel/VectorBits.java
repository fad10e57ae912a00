/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.kernel;

import java.util.function.IntSupplier;
import jdk.incubator.vector.FloatVector;

/** How wide the vectors are that this processor prefers, in bits. */
final class VectorBits implements IntSupplier {

  @Override
  public int getAsInt() {
    return FloatVector.SPECIES_PREFERRED.vectorBitSize();
  }
}
