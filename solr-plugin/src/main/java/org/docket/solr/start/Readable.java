/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.start;

import org.apache.solr.schema.SchemaField;

/** Whether a document brings a field along when it is read: in an answer, or to be updated. */
final class Readable {

  private Readable() {}

  static boolean is(SchemaField field) {
    return field.stored() || field.hasDocValues() && field.useDocValuesAsStored();
  }

  /** What messages say of docValues that are there and do not help. */
  static String hidden(SchemaField field) {
    return field.hasDocValues() ? " that are shown (useDocValuesAsStored=\"false\")" : "";
  }
}
