/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.start;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.solr.common.SolrException;
import org.apache.solr.schema.EnumFieldType;
import org.apache.solr.schema.IndexSchema;
import org.apache.solr.schema.SchemaField;
import org.docket.error.DocketException;
import org.docket.solr.config.DoccatParams;

/** What an administrator should know of the fields that Docket writes to. */
final class TagAdvice {

  private final IndexSchema schema;
  private final boolean hasFallback;
  private final CopyRules copies;

  /**
   * Advice on a schema.
   *
   * @param hasFallback whether a document that the model gives no category gets another
   */
  TagAdvice(IndexSchema schema, boolean hasFallback) {
    this.schema = schema;
    this.hasFallback = hasFallback;
    this.copies = CopyRules.of(schema);
  }

  /** Each in one line. Fields that are not in the schema are passed over. */
  List<String> of(List<TagField> tags) {
    List<String> advice = new ArrayList<>();
    for (TagField tag : tags) {
      SchemaField field = schema.getFieldOrNull(tag.name());
      if (field != null) {
        add(advice, tag, field);
      }
    }
    return advice;
  }

  /**
   * Checks that a field of a closed list has what will be written there.
   *
   * @throws DocketException naming what the list lacks
   */
  void requireValues(TagField tag, List<String> values) {
    SchemaField field = schema.getFieldOrNull(tag.name());
    if (field == null || !(field.getType() instanceof EnumFieldType)) {
      return;
    }
    List<String> lacking = values.stream().filter(value -> !takes(field, value)).toList();
    if (!lacking.isEmpty()) {
      throw new DocketException(
          String.format(
              Locale.ROOT,
              "%s is '%s', whose type %s (EnumFieldType) lacks the values '%s'; add them to its"
                  + " enumsConfig, or make it a string field, such as %s",
              tag.parameter(),
              tag.name(),
              field.getType().getTypeName(),
              String.join("', '", lacking),
              SchemaLine.tag(tag, schema)));
    }
  }

  private void add(List<String> advice, TagField tag, SchemaField field) {
    List<String> sources = copies.sources(field.getName());
    if (!sources.isEmpty()) {
      advice.add(
          told(
              tag,
              "which copyField fills too, from %s: %s",
              String.join(", ", sources),
              "the two mix; give the tag a field of its own"));
    }
    if (!tag.isRanking() && !tag.isHistory() && field.multiValued()) {
      advice.add(
          told(
              tag,
              "which is multi-valued, though one value goes there: it cannot be sorted or"
                  + " grouped by, and a partial update that adds a value leaves two; make it %s",
              SchemaLine.tag(tag, schema)));
    }
    addUnasked(advice, tag, field);
    if (!Readable.is(field)) {
      advice.add(
          told(
              tag,
              "which is neither stored nor has docValues%s: nobody sees the tag, and the next"
                  + " partial update of a document loses it; make it %s",
              Readable.hidden(field),
              SchemaLine.tag(tag, schema)));
    } else if (isSearched(tag) && !field.indexed() && !field.hasDocValues()) {
      advice.add(
          told(
              tag,
              "which is neither indexed nor has docValues: no filter and no facet finds the"
                  + " tag; make it %s",
              SchemaLine.tag(tag, schema)));
    }
    if (tag.many() && !field.stored() && field.hasDocValues()) {
      advice.add(
          told(
              tag,
              "which has docValues only, and these forget the order in which the values were"
                  + " written, the %s first; add stored=\"true\"",
              tag.isHistory() ? "oldest" : "most probable"));
    }
  }

  /** What Solr demands, or gives, where Docket writes nothing. */
  private void addUnasked(List<String> advice, TagField tag, SchemaField field) {
    boolean category = tag.parameter().equals(DoccatParams.CATEGORY_FIELD);
    if (field.getDefaultValue() != null) {
      advice.add(
          told(
              tag,
              "which has a default value: a document without a tag gets '%s' there%s",
              field.getDefaultValue(),
              category
                  ? ", and later that counts as a person's; take the default out, and set "
                      + DoccatParams.FALLBACK
                      + " if there is to be such a category"
                  : ", as if Docket had said so; take the default out"));
    } else if (schema.getRequiredFields().contains(field) && !(category && hasFallback)) {
      advice.add(
          told(
              tag,
              "which is required: Solr refuses every document that gets nothing there, such as one"
                  + " that the model abstains on; take required=\"true\" out%s",
              category ? ", or set " + DoccatParams.FALLBACK : ""));
    }
  }

  private static boolean isSearched(TagField tag) {
    return tag.kind() == TagField.Kind.CATEGORY || tag.kind() == TagField.Kind.WORD;
  }

  private static String told(TagField tag, String what, Object... values) {
    return tag.parameter()
        + " is '"
        + tag.name()
        + "', "
        + String.format(Locale.ROOT, what, values);
  }

  private static boolean takes(SchemaField field, String value) {
    try {
      return !field.createFields(value).isEmpty();
    } catch (SolrException e) {
      return false;
    }
  }
}
