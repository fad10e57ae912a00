/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.encoder;

/**
 * Chooses the kernel, once. The system property that forces the serving side's, {@value #PROPERTY},
 * with the value {@code scalar} forces plain loops here too.
 */
public final class Kernels {

  private static final String PROPERTY = "docket.kernel";

  private static final String MODULE = "jdk.incubator.vector";
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
    if (System.getProperty(PROPERTY, "").equals("scalar")
        || ModuleLayer.boot().findModule(MODULE).isEmpty()) {
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
