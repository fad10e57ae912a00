/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli;

import picocli.CommandLine.IVersionProvider;

/** The version as the build wrote it into the jar's manifest. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version = Docket.class.getPackage().getImplementationVersion();
    return new String[] {"docket " + (version == null ? "(not from a jar)" : version)};
  }
}
