/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.network;

import org.deeplearning4j.util.CrashReportingUtil;
import org.nd4j.linalg.factory.Nd4j;

/** Deeplearning4j as a training needs it. */
public final class Nd4jSetup {

  private static final String PHYSICAL_BYTES = "org.bytedeco.javacpp.maxPhysicalBytes";

  private Nd4jSetup() {}

  /**
   * Sets Deeplearning4j up, before anything else of it is used: its own operations, which are
   * small, are slower with many threads, and with JavaCPP asking the operating system for the size
   * of this process each time that an array is made. The limits on arrays stay.
   */
  public static void prepare() {
    if (System.getProperty(PHYSICAL_BYTES) == null) {
      System.setProperty(PHYSICAL_BYTES, "0");
    }
    CrashReportingUtil.crashDumpsEnabled(false); // would lie in the user's folder
    Nd4j.getEnvironment().setMaxThreads(1);
    Nd4j.getEnvironment().setMaxMasterThreads(1);
  }
}
