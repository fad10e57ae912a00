/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.start;

import org.apache.solr.schema.BinaryField;
import org.apache.solr.schema.BoolField;
import org.apache.solr.schema.DenseVectorField;
import org.apache.solr.schema.FieldType;
import org.apache.solr.schema.NumberType;
import org.apache.solr.schema.SpatialQueryable;
import org.apache.solr.schema.UUIDField;

/** Which fields have no words in them. */
final class TextTypes {

  private TextTypes() {}

  /** Whether no text is to be expected; numbers may stand in texts, as codes do. */
  static boolean isNone(FieldType type) {
    return type instanceof BoolField
        || type instanceof BinaryField
        || type instanceof DenseVectorField
        || type instanceof SpatialQueryable
        || type instanceof UUIDField
        || type.getNumberType() == NumberType.DATE;
  }
}
