/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.start;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.solr.common.params.SolrParams;
import org.apache.solr.schema.IndexSchema;
import org.docket.error.DocketException;
import org.docket.solr.config.DoccatConfig;
import org.docket.solr.config.DoccatParams;
import org.docket.solr.config.FactoryArguments;
import org.docket.solr.metrics.ModelInfo;

/** Looks at what handlers say of tagging to each of their requests: Solr says it at no start. */
final class HandlerCheck {

  private static final String OFF =
      "nothing sent to %s is tagged: the handler's own parameters say doccat=%s; take that out";
  private static final String REFUSED =
      "every update sent to %s is refused: %s; correct it in the handler's own parameters, or take"
          + " it out there";

  private final FactoryArguments arguments;
  private final ModelInfo model;
  private final IndexSchema schema;

  /** A check of what handlers add to a factory's arguments. */
  HandlerCheck(FactoryArguments arguments, ModelInfo model, IndexSchema schema) {
    this.arguments = arguments;
    this.model = model;
    this.schema = schema;
  }

  /**
   * What an administrator should know, each in one line.
   *
   * @param paths those that lead to the factory
   */
  List<String> advice(List<UpdatePath> paths) {
    Map<Finding, TreeSet<String>> handlers = new LinkedHashMap<>();
    for (UpdatePath path : paths) {
      finding(path.params())
          .ifPresent(
              finding ->
                  handlers.computeIfAbsent(finding, f -> new TreeSet<>()).add(path.handler()));
    }
    return handlers.entrySet().stream()
        .map(entry -> entry.getKey().line(String.join(", ", entry.getValue())))
        .toList();
  }

  private Optional<Finding> finding(SolrParams params) {
    try {
      SolrParams overrides = FactoryArguments.overrides(params);
      if (!overrides.getParameterNamesIterator().hasNext()) {
        return Optional.empty();
      }
      DoccatConfig asked = DoccatConfig.of(arguments.effective(overrides));
      SchemaCheck.checkTags(asked, schema);
      asked.labels().check(model.categories());
      boolean switchedOff = !asked.enabled() && DoccatConfig.of(arguments.effective()).enabled();
      return switchedOff
          ? Optional.of(new Finding(OFF, overrides.get(DoccatParams.DOCCAT)))
          : Optional.empty();
    } catch (DocketException e) {
      return Optional.of(new Finding(REFUSED, e.getMessage()));
    }
  }

  /** The same for several handlers, where initParams say it. */
  private record Finding(String message, String what) {

    String line(String handlers) {
      return String.format(Locale.ROOT, message, handlers, what);
    }
  }
}
