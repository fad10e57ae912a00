/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.docket.error.DocketException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Runs in a JVM with the incubator module and in one without it; see the module's pom. */
class KernelsTest {

  private static final boolean HAS_MODULE =
      ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

  /** Vectors have the width that was asked for first, in all of a JVM. */
  @BeforeAll
  static void chooseAsThePropertySays() {
    Kernels.best();
  }

  @Test
  void withTheModuleVectorsAreUsedAndWithoutItPlainLoopsSilently() {
    assumeTrue(Kernels.property().isEmpty());
    boolean vectors = HAS_MODULE && !Boolean.getBoolean("docket.test.without.fma");
    assertThat(Kernels.choose("").name()).startsWith(vectors ? "vector" : "scalar");
    assertThat(Kernels.best()).isSameAs(Kernels.best());
  }

  @Test
  void plainLoopsCanBeForced() {
    assertThat(Kernels.choose("scalar").name()).isEqualTo("scalar");
  }

  @Test
  void theWidthThatWasForcedIsUsed() {
    assumeTrue(HAS_MODULE && Kernels.property().startsWith("vector"));
    assertThat(Kernels.best().name()).isEqualTo(Kernels.property());
  }

  @Test
  void forcingVectorsWithoutTheModuleSaysWhatToDo() {
    assumeTrue(!HAS_MODULE);
    assertThatThrownBy(() -> Kernels.choose("vector256"))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("docket.kernel is 'vector256'")
        .hasMessageContaining("--add-modules jdk.incubator.vector");
  }

  /** One of the build's executions allows no more than AVX2. */
  @Test
  void forcingVectorsThatAreTooWideSaysWhatTheProcessorHas() {
    assumeTrue(HAS_MODULE && Kernels.choose("").name().equals("vector256"));
    assertThatThrownBy(() -> Kernels.choose("vector512"))
        .isInstanceOf(DocketException.class)
        .hasMessage(
            "the system property docket.kernel is 'vector512', but this JVM runs on a processor"
                + " whose vectors have 256 bits");
  }

  @Test
  void theNameThatIsGivenIsHonouredOrRefused() {
    assumeTrue(HAS_MODULE && Kernels.best().name().matches("vector256|vector512"));
    String other = "vector128";
    assertThat(Kernels.choose(Kernels.best().name()).name()).isEqualTo(Kernels.best().name());
    assertThatThrownBy(() -> Kernels.choose(other))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("docket.kernel is '" + other + "'")
        .hasMessageContaining("computes with " + Kernels.best().name() + " already");
  }

  @Test
  void anUnknownNameIsRefused() {
    assertThatThrownBy(() -> Kernels.choose("gpu"))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("docket.kernel is 'gpu'")
        .hasMessageContaining("scalar, vector, vector128, vector256 or vector512");
  }
}
