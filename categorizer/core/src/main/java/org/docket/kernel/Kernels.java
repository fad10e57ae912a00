/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.kernel;

import java.util.List;
import java.util.Locale;
import java.util.function.IntSupplier;
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

  private static final String MODULE = "jdk.incubator.vector";
  private static final Kernel SCALAR = new ScalarKernel();

  private static Kernel chosen;

  /** How wide the vectors shall be, for {@link VectorKernel}, which reads it once when it loads. */
  private static int vectorBits;

  /**
   * Made when there is something to say: to start a logging library that nobody has started yet
   * takes up to a third of the time of loading a model.
   */
  private static final class Log {
    static final Logger LOG = LoggerFactory.getLogger(Kernels.class);
  }

  private Kernels() {}

  /**
   * The kernel that this JVM uses.
   *
   * @throws DocketException if the property names none, or one that this JVM cannot run
   */
  public static synchronized Kernel best() {
    if (chosen == null) {
      chosen = choose(property());
    }
    return chosen;
  }

  /** Plain loops, which every JVM runs: the reference of the others. */
  public static Kernel scalar() {
    return SCALAR;
  }

  /** What the system property says, in lower case; empty if nothing. */
  static String property() {
    return System.getProperty(PROPERTY, "").trim().toLowerCase(Locale.ROOT);
  }

  /**
   * Chooses a kernel.
   *
   * @param name as the system property names it; empty for the fastest
   */
  static synchronized Kernel choose(String name) {
    return switch (name) {
      case "" -> hasVectorModule() ? automatic() : SCALAR;
      case "scalar" -> SCALAR;
      case "vector" -> forced(name, 0);
      case "vector128" -> forced(name, 128);
      case "vector256" -> forced(name, 256);
      case "vector512" -> forced(name, 512);
      default ->
          throw new DocketException(
              "the system property "
                  + PROPERTY
                  + " is '"
                  + name
                  + "'; it can be scalar, vector, vector128, vector256 or vector512");
    };
  }

  /** The bits of {@link VectorKernel}'s vectors. */
  static int vectorBits() {
    return vectorBits;
  }

  /**
   * Vectors, if the processor multiplies and adds at once: an x86 that offers no more than 128 bits
   * does not, and Java's replacement takes ten thousand times as long.
   */
  private static Kernel automatic() {
    try {
      int bits = preferredBits();
      boolean x86 = List.of("amd64", "x86_64", "x86").contains(System.getProperty("os.arch"));
      return x86 && bits == 128 ? SCALAR : vector(bits);
    } catch (ReflectiveOperationException | LinkageError e) {
      // Not INFO: OpenNLP's own commands print their results through the same logger.
      Log.LOG.debug("The module jdk.incubator.vector is there, but cannot be used", e);
      return SCALAR;
    }
  }

  private static Kernel forced(String name, int wanted) {
    if (!hasVectorModule()) {
      throw impossible(name, "has not got the module: start it with --add-modules " + MODULE, null);
    }
    try {
      int most = preferredBits();
      if (wanted > most) {
        throw impossible(name, "runs on a processor whose vectors have " + most + " bits", null);
      }
      Kernel kernel = vector(wanted == 0 ? most : wanted);
      if (wanted != 0 && !kernel.name().equals(name)) {
        throw impossible(name, "computes with " + kernel.name() + " already", null);
      }
      return kernel;
    } catch (ReflectiveOperationException | LinkageError e) {
      throw impossible(name, "cannot run its module " + MODULE + ": " + e, e);
    }
  }

  private static DocketException impossible(String name, String reason, Throwable cause) {
    return new DocketException(
        "the system property " + PROPERTY + " is '" + name + "', but this JVM " + reason, cause);
  }

  private static boolean hasVectorModule() {
    return ModuleLayer.boot().findModule(MODULE).isPresent();
  }

  private static Kernel vector(int bits) throws ReflectiveOperationException {
    vectorBits = bits;
    return (Kernel) instance("org.docket.kernel.VectorKernel");
  }

  private static int preferredBits() throws ReflectiveOperationException {
    int bits = ((IntSupplier) instance("org.docket.kernel.VectorBits")).getAsInt();
    return Math.min(bits, Kernel.BLOCK * Float.SIZE);
  }

  /** By name: the class cannot even be loaded where the module is absent. */
  private static Object instance(String name) throws ReflectiveOperationException {
    return Class.forName(name).getDeclaredConstructor().newInstance();
  }
}
