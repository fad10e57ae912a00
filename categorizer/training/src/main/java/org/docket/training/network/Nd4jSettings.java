/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.network;

import org.deeplearning4j.util.CrashReportingUtil;
import org.docket.error.DocketException;
import org.nd4j.linalg.api.rng.Random;
import org.nd4j.linalg.factory.Environment;
import org.nd4j.linalg.factory.Nd4j;

/**
 * What a training changes for all of Deeplearning4j in a process, which belongs to the program
 * around it: threads, crash dumps, and the random numbers of the thread that trains.
 */
public final class Nd4jSettings {

  private static final String PHYSICAL_BYTES = "org.bytedeco.javacpp.maxPhysicalBytes";

  private final String physicalBytes = System.getProperty(PHYSICAL_BYTES);
  private final boolean crashDumps;
  private final int threads;
  private final int masterThreads;
  private final long seed;
  private final long rootState;
  private final long nodeState;

  private Nd4jSettings() {
    if (physicalBytes == null) {
      System.setProperty(PHYSICAL_BYTES, "0"); // read when JavaCPP is loaded, which is next
    }
    NativeLibraries.load();
    crashDumps = CrashReportingUtil.isCrashDumpsEnabled();
    threads = Nd4j.getEnvironment().maxThreads();
    masterThreads = Nd4j.getEnvironment().maxMasterThreads();
    Random random = Nd4j.getRandom();
    seed = random.getSeed();
    rootState = random.rootState();
    nodeState = random.nodeState();
  }

  /**
   * Sets Deeplearning4j up for a training, before anything else of it is used: its own operations,
   * which are small, are slower with many threads, and with JavaCPP asking the operating system for
   * the size of this process each time that an array is made. The limits on arrays stay. What
   * JavaCPP read when it was loaded stays for the life of the process.
   *
   * @return the settings of before, for the same thread to restore
   * @throws DocketException if its native libraries cannot be loaded
   */
  public static Nd4jSettings forTraining() {
    Nd4jSettings before = new Nd4jSettings();
    CrashReportingUtil.crashDumpsEnabled(false); // would lie in the user's folder
    setThreads(1, 1);
    return before;
  }

  /** Puts these settings back: random numbers go on as if nothing had drawn any. */
  public void restore() {
    if (physicalBytes == null) {
      System.clearProperty(PHYSICAL_BYTES);
    }
    CrashReportingUtil.crashDumpsEnabled(crashDumps);
    setThreads(threads, masterThreads);
    Nd4j.getRandom().setSeed(seed);
    Nd4j.getRandom().setStates(rootState, nodeState);
  }

  private static void setThreads(int threads, int masterThreads) {
    Environment environment = Nd4j.getEnvironment();
    environment.setMaxThreads(threads);
    environment.setMaxMasterThreads(masterThreads);
  }
}
