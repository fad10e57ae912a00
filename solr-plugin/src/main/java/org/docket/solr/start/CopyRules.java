/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.start;

import java.util.ArrayList;
import java.util.List;
import org.apache.solr.common.util.NamedList;
import org.apache.solr.schema.IndexSchema;
import org.docket.solr.config.SourceFields;

/**
 * What copyField fills. Solr copies after the last update processor, so that none of them sees a
 * copy; and reading a document back leaves copies out.
 *
 * @param rules all of a schema's copyField rules; source and target may be patterns
 */
record CopyRules(List<Rule> rules) {

  CopyRules {
    rules = List.copyOf(rules);
  }

  static CopyRules of(IndexSchema schema) {
    List<Rule> rules = new ArrayList<>();
    for (NamedList<Object> rule : schema.getCopyFieldProperties(false, null, null)) {
      rules.add(
          new Rule(
              String.valueOf(rule.get(IndexSchema.SOURCE)),
              String.valueOf(rule.get(IndexSchema.DESTINATION))));
    }
    return new CopyRules(rules);
  }

  /**
   * Where a field's copies come from; empty if nothing is copied there.
   *
   * @param field the name of a field, or the pattern of a dynamic one
   */
  List<String> sources(String field) {
    return rules.stream()
        .filter(rule -> rule.fills(field))
        .map(rule -> rule.sourceOf(field))
        .distinct()
        .toList();
  }

  /** One copyField of a schema. */
  record Rule(String source, String target) {

    /** A pattern is filled by the same pattern only: others fill a few of its fields. */
    boolean fills(String field) {
      return target.equals(field) || !SourceFields.isPattern(field) && Glob.matches(target, field);
    }

    /** Of {@code *_s} to {@code *_txt}, what is copied to {@code a_txt} is {@code a_s}. */
    String sourceOf(String field) {
      if (SourceFields.isPattern(field)
          || !SourceFields.isPattern(source)
          || !SourceFields.isPattern(target)) {
        return source;
      }
      int star = target.indexOf('*');
      String rest = field.substring(star, field.length() - (target.length() - star - 1));
      return source.replace("*", rest);
    }
  }
}
