/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli;

import java.nio.file.Path;

/** What the repository ships. */
public final class ShippedModel {

  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

  public static final Path MODEL = ROOT.resolve("models/complaints-en.bin");

  /** Complaints that are shorter and in another manner than the model was trained on. */
  public static final Path DEMO = ROOT.resolve("conf/demo/complaints-hard.csv");

  private ShippedModel() {}
}
