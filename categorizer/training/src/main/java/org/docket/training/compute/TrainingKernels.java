/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.compute;

import org.docket.kernel.Kernel;
import org.docket.kernel.Kernels;

/**
 * The kernel, chosen once: of the Vector API where serving computes with it ({@link Kernels}, which
 * knows the module, the processor and the system property), else plain loops.
 */
public final class TrainingKernels {

  private static final TrainingKernel BEST = choose(Kernels.best());

  private TrainingKernels() {}

  /** The fastest that this JVM runs: with {@code --add-modules jdk.incubator.vector} vectors. */
  public static TrainingKernel best() {
    return BEST;
  }

  private static TrainingKernel choose(Kernel base) {
    if (base == Kernels.scalar()) {
      return new ScalarTrainingKernel(base);
    }
    try {
      // By its name, because it is compiled apart, and is not to be loaded without the module.
      String name = TrainingKernels.class.getPackageName() + ".VectorTrainingKernel";
      return (TrainingKernel)
          Class.forName(name).getDeclaredConstructor(Kernel.class).newInstance(base);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the build left out the vector kernel", e);
    }
  }
}
