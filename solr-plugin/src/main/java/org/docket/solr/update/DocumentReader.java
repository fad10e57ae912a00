/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.update;

import java.io.IOException;
import java.util.List;
import org.apache.solr.update.AddUpdateCommand;

/** Finds the texts of a whole document that are to be categorized. */
interface DocumentReader {

  /** The texts of the document, and of those nested in it where they are wanted. */
  List<PendingText> read(AddUpdateCommand command) throws IOException;
}
