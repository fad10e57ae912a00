/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.encoder;

/**
 * The kernel, chosen once: of the Vector API where serving computes with it ({@link
 * org.docket.kernel.Kernels}, which knows the module, the processor and the system property), else
 * plain loops.
 */
public final class Kernels {

  private static final Kernel BEST = choose();

  private Kernels() {}

  /** The fastest that this JVM runs: with {@code --add-modules jdk.incubator.vector} vectors. */
  static Kernel best() {
    return BEST;
  }

  /** For people: which one runs. */
  public static String name() {
    return BEST.name();
  }

  private static Kernel choose() {
    if (org.docket.kernel.Kernels.best() instanceof org.docket.kernel.ScalarKernel) {
      return new ScalarKernel();
    }
    try {
      // By its name, because it is compiled apart, and is not to be loaded without the module.
      Class<?> vectors = Class.forName(Kernels.class.getPackageName() + ".VectorKernel");
      return (Kernel) vectors.getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the build left out the vector kernel", e);
    }
  }
}
