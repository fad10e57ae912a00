/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.kernel;

import java.util.List;
import java.util.Locale;
import org.docket.error.DocketException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chooses the kernel, once for the JVM: the one of the Vector API if the JVM was started with
 * {@code --add-modules jdk.incubator.vector}, else plain loops.
 *
 * <p>The system property {@value #PROPERTY} forces one: {@code scalar}, {@code vector} (as wide as
 * the processor prefers), {@code vector128}, {@code vector256} or {@code vector512}.
 */
public final class Kernels {

  /** The system property that forces a kernel. */
  public static final String PROPERTY = "docket.kernel";

  private static final Logger LOG = LoggerFactory.getLogger(Kernels.class);
  private static final String VECTOR_CLASS = "org.docket.kernel.VectorKernel";

  private static Kernel chosen;

  private Kernels() {}

  /**
   * The kernel that this JVM uses.
   *
   * @throws DocketException if the property names none, or one that this JVM cannot run
   */
  public static synchronized Kernel best() {
    if (chosen == null) {
      chosen = choose(property());
      // Not INFO: OpenNLP's own commands print their results through the same logger.
      LOG.debug("Docket computes with the kernel {}", chosen.name());
    }
    return chosen;
  }

  /** What the system property says, in lower case; empty if nothing. */
  static String property() {
    return System.getProperty(PROPERTY, "").trim().toLowerCase(Locale.ROOT);
  }

  static Kernel choose(String name) {
    switch (name) {
      case "":
        return hasVectorModule() ? automatic() : new ScalarKernel();
      case "scalar":
        return new ScalarKernel();
      case "vector", "vector128", "vector256", "vector512":
        return vector(name);
      default:
        throw new DocketException(
            String.format(
                Locale.ROOT,
                "the system property %s is '%s'; it can be scalar, vector, vector128, vector256 or vector512",
                PROPERTY,
                name));
    }
  }

  /**
   * Vectors, if the processor multiplies and adds at once: an x86 that offers no more than 128 bits
   * does not, and Java's replacement takes ten thousand times as long.
   */
  private static Kernel automatic() {
    Kernel vector = vector("");
    boolean x86 = List.of("amd64", "x86_64", "x86").contains(System.getProperty("os.arch"));
    return x86 && vector.name().equals("vector128") ? new ScalarKernel() : vector;
  }

  private static boolean hasVectorModule() {
    return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
  }

  /** By name: the class cannot even be loaded where the module is absent. */
  private static Kernel vector(String name) {
    try {
      return (Kernel) Class.forName(VECTOR_CLASS).getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException | LinkageError e) {
      if (name.isEmpty()) {
        LOG.debug("The module jdk.incubator.vector is there, but cannot be used", e);
        return new ScalarKernel();
      }
      throw new DocketException(
          String.format(
              Locale.ROOT,
              "the system property %s is '%s', but this JVM cannot run it: start it with --add-modules jdk.incubator.vector",
              PROPERTY,
              name),
          e);
    }
  }
}
