/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.apache.solr.schema.IndexSchema;
import org.apache.solr.schema.NumberType;
import org.apache.solr.schema.SchemaField;
import org.docket.error.DocketException;

/** Checks that the schema has the fields that the parameters name. */
final class SchemaCheck {

  /** A probability would be cut to 0, or refused, document by document. */
  private static final Set<NumberType> NOT_FOR_SCORES =
      EnumSet.of(NumberType.INTEGER, NumberType.LONG, NumberType.DATE);

  private SchemaCheck() {}

  /**
   * Checks the fields, unless the configuration says not to.
   *
   * @throws DocketException naming the parameter and the field that do not fit
   */
  static void check(DoccatConfig config, IndexSchema schema) {
    if (!config.enforceSchema()) {
      return;
    }
    config.sourceFields().forEach(field -> field(schema, DoccatParams.FL, field));
    field(schema, DoccatParams.CATEGORY_FIELD, config.categoryField());
    config.scoreField().ifPresent(field -> checkScore(schema, field));
  }

  private static void checkScore(IndexSchema schema, String name) {
    NumberType type = field(schema, DoccatParams.SCORE_FIELD, name).getType().getNumberType();
    if (type != null && NOT_FOR_SCORES.contains(type)) {
      throw new DocketException(
          String.format(
              Locale.ROOT,
              "%s is '%s', a field of %s; a probability needs a float or a double",
              DoccatParams.SCORE_FIELD,
              name,
              type));
    }
  }

  private static SchemaField field(IndexSchema schema, String parameter, String name) {
    SchemaField field = schema.getFieldOrNull(name);
    if (field == null) {
      throw new DocketException(
          String.format(
              Locale.ROOT,
              "%s names the field '%s', which is not in the schema; add it, or set %s to false",
              parameter,
              name,
              DoccatParams.ENFORCE_SCHEMA));
    }
    return field;
  }
}
