/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.opennlp;

import opennlp.tools.util.ext.ExtensionLoader;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Lets OpenNLP load our classes by name while the tests of a class run. */
final class Permission implements BeforeAllCallback, AfterAllCallback {

  private static final String PACKAGE = "org.docket.";

  @Override
  public void beforeAll(ExtensionContext context) {
    grant();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    revoke();
  }

  static void grant() {
    try {
      ExtensionLoader.registerAllowedPackage(PACKAGE);
    } catch (NoSuchMethodError e) {
      // OpenNLP 3.0.0-M2 loads classes of every package.
    }
  }

  static void revoke() {
    try {
      ExtensionLoader.unregisterAllowedPackage(PACKAGE);
    } catch (NoSuchMethodError e) {
      // As above.
    }
  }
}
