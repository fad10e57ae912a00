/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli;

/** Options that belong together: a mixin of which help tells under a title of its own. */
public interface HelpGroup {

  /** The title, without a colon. */
  String title();
}
