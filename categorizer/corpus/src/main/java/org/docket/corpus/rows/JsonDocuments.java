/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.rows;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.docket.corpus.source.TextSource;
import org.docket.error.DocketException;

/** Makes rows of JSON objects. For one text. */
final class JsonDocuments {

  /** So many names of fields are remembered, to show them. */
  private static final int NAMES = 100;

  private static final int SHOWN = 30;

  private static final String HALF = "an escape such as \\ud800 stands for half of a character";

  /** Where the Bureau's API, as all of Elasticsearch, has the documents of an answer; and Solr. */
  private static final List<String> HITS = List.of("hits.hits", "response.docs");

  private static final String BY_ROWS =
      " (an object a row is needed, as of pandas' to_json(orient=\"records\", lines=True))";

  /** What jq takes as it stands. */
  private static final Pattern JQ_PATH =
      Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_]\\w*)*");

  private final TextSource source;
  private final RowSettings settings;
  private final RowEmitter out;
  private final Set<String> names = new LinkedHashSet<>();
  private final Set<String> missing = new LinkedHashSet<>();
  private String rowsWithin;
  private Set<String> kept;
  private boolean textSeen;
  private boolean labelSeen;
  private boolean toldOfMore;
  private boolean toldOfTwo;
  private boolean toldOfNested;

  JsonDocuments(TextSource source, RowSettings settings, RowEmitter out) {
    this.source = source;
    this.settings = settings;
    this.out = out;
    this.missing.addAll(settings.keep());
  }

  /**
   * Takes a row.
   *
   * @param foreign whether halves of pairs may be bytes that are no characters
   */
  void row(long line, JsonNode node, boolean foreign) {
    if (!node.isObject()) {
      out.bad(line, "the row is no JSON object" + BY_ROWS, node.toString());
      return;
    }
    JsonFields fields = new JsonFields(node);
    for (String place : HITS) {
      if (fields.has(place) && fields.get(place).isArray()) {
        fields.get(place).forEach(hit -> row(line, hit, foreign));
        return;
      }
    }
    if (rowsWithin == null) {
      rowsWithin = rowsWithin(fields);
    }
    fields.names().stream().limit(NAMES - names.size()).forEach(names::add);
    String text =
        settings.texts() ? find(fields, settings.textColumn(), ColumnNames.TEXT, "text") : null;
    String label =
        settings.labelled()
            ? find(fields, settings.labelColumn(), ColumnNames.LABEL, "label")
            : null;
    if (text != null && text.equals(label)) {
      throw new DocketException(
          source.name()
              + (": the field "
                  + quoted(text)
                  + " cannot be both text and label. Name what is meant")
              + " with --label-column and --text-column");
    }
    textSeen |= text != null;
    labelSeen |= label != null;
    keep(fields, text, line);
    try {
      String subLabel = fields.findKnown(ColumnNames.SUB_LABEL.get(0));
      good(
          line,
          value(fields.get(label), "label"),
          label == null ? "" : value(fields.get(subLabel), "sub-label"),
          value(fields.get(text), "text"),
          kept.stream().map(name -> keptValue(fields.get(place(fields, name)))).toList(),
          settings.fields() ? values(fields, line) : Map.of(),
          foreign ? out.foreign() : HALF,
          node);
    } catch (IllegalArgumentException e) {
      out.bad(line, e.getMessage(), node.toString());
    }
  }

  /**
   * All objects were read.
   *
   * @throws DocketException if none had the fields that are needed
   */
  void finish() {
    if (names.isEmpty()) {
      out.columns(settings.keep());
      return;
    }
    List<String> none = new ArrayList<>();
    List<String> options = new ArrayList<>();
    if (settings.texts() && !textSeen && !(settings.fields() && settings.textColumn().isEmpty())) {
      none.add(wanted(settings.textColumn(), ColumnNames.TEXT, "text"));
      options.add("--text-column");
    }
    if (settings.labelled() && !labelSeen && !needsNoLabel()) {
      none.add(wanted(settings.labelColumn(), ColumnNames.LABEL, "label"));
      options.add("--label-column");
    }
    if (!missing.isEmpty()) {
      none.add(missing.stream().map(JsonDocuments::quoted).collect(Collectors.joining(" or ")));
      options.add("--keep or --id-column");
    }
    if (!none.isEmpty()) {
      throw new DocketException(
          source.name()
              + " has no field "
              + String.join(", and no field ", none)
              + "; its fields are: "
              + names.stream().limit(SHOWN).collect(Collectors.joining(", "))
              + (names.size() > SHOWN ? ", \u2026" : "")
              + ". Name what is meant with "
              + String.join(" and ", options)
              + " (inside of objects with a dot)"
              + rowsWithin);
    }
  }

  /** Probabilities may stand in place of labels. */
  private boolean needsNoLabel() {
    return settings.probabilities()
        && settings.labelColumn().isEmpty()
        && kept.stream().anyMatch(ProbabilityNames::isOne);
  }

  /** How to get the rows out of a field that has them all. */
  private String rowsWithin(JsonFields fields) {
    return fields.names().stream()
        .filter(name -> JQ_PATH.matcher(name).matches() && isRows(fields.get(name)))
        .findFirst()
        .map(name -> "; or take the rows out first: jq -c '." + name + "[]' FILE > new.jsonl")
        .orElse(fields.isTable() ? BY_ROWS : "");
  }

  private boolean isRows(JsonNode node) {
    if (!node.isArray() || !node.path(0).isObject()) {
      return false;
    }
    JsonFields fields = new JsonFields(node.get(0));
    return settings
        .textColumn()
        .map(name -> fields.find(name) != null)
        .orElse(ColumnNames.TEXT.stream().anyMatch(name -> fields.findKnown(name) != null));
  }

  /** Hands on a row, or the problem if halves of characters are in it. */
  private void good(
      long line,
      String label,
      String subLabel,
      String text,
      List<String> values,
      Map<String, Object> all,
      String problem,
      JsonNode node) {
    boolean half =
        RowEmitter.hasHalf(text)
            || RowEmitter.hasHalf(label)
            || RowEmitter.hasHalf(subLabel)
            || values.stream().anyMatch(RowEmitter::hasHalf)
            || JsonValues.haveHalf(all);
    if (half) {
      out.bad(line, problem, node.toString());
    } else {
      out.good(line, label, subLabel, text, values, all);
    }
  }

  private Map<String, Object> values(JsonFields fields, long line) {
    Set<String> nested = new LinkedHashSet<>();
    Map<String, Object> values = JsonValues.of(fields, nested);
    if (!nested.isEmpty() && !toldOfNested) {
      toldOfNested = true;
      settings
          .notices()
          .accept(
              source.name()
                  + (", line " + line)
                  + (": " + nested.stream().limit(SHOWN).collect(Collectors.joining(", ")))
                  + " is a list of objects or lists; such fields are left out");
    }
    return values;
  }

  private void keep(JsonFields fields, String text, long line) {
    List<String> leaves =
        settings.keepAll()
            ? fields.names().stream()
                .filter(name -> !name.equals(text) && !fields.get(name).isObject())
                .toList()
            : named(fields);
    if (kept == null) {
      kept = new LinkedHashSet<>(leaves);
      out.columns(List.copyOf(kept));
    } else if (settings.probabilities()) {
      requireNoMore(leaves, line);
    } else if (settings.keepAll() && !toldOfMore) {
      leaves.stream()
          .filter(name -> !kept.contains(name))
          .findFirst()
          .ifPresent(
              name -> {
                toldOfMore = true;
                settings
                    .notices()
                    .accept(
                        source.name()
                            + (", line " + line)
                            + (": the field " + quoted(name) + " is not in the first row, and is")
                            + " not kept (--keep names fields)");
              });
    }
    missing.removeIf(name -> fields.find(name) != null);
  }

  private List<String> named(JsonFields fields) {
    List<String> named = new ArrayList<>(settings.keep());
    if (settings.probabilities()) {
      fields.names().stream()
          .filter(name -> ProbabilityNames.isOne(name) && !fields.get(name).isObject())
          .forEach(named::add);
    }
    named.addAll(settings.keepIfThere());
    return named;
  }

  /** What may be there is also looked for where the known names are. */
  private String place(JsonFields fields, String name) {
    return settings.keepIfThere().contains(name) ? fields.findKnown(name) : fields.find(name);
  }

  /** Probabilities that do not come along would be missed by nobody. */
  private void requireNoMore(List<String> leaves, long line) {
    leaves.stream()
        .filter(name -> ProbabilityNames.isOne(name) && !kept.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw new DocketException(
                  String.format(
                      Locale.ROOT,
                      "%s, line %d: the field \"%s\" is not in the first row, which must name all"
                          + " categories (null where a row has no probabilities)",
                      source.name(),
                      line,
                      name));
            });
  }

  private String find(JsonFields fields, Optional<String> asked, List<String> known, String what) {
    if (asked.isPresent() && (!settings.orKnown() || fields.find(asked.get()) != null)) {
      return fields.find(asked.get());
    }
    List<String> found =
        ColumnNames.there(known, fields::has, name -> fields.findKnown(name) != null).stream()
            .map(fields::findKnown)
            .distinct()
            .toList();
    if (found.size() > 1 && !toldOfTwo) {
      toldOfTwo = true;
      settings
          .notices()
          .accept(
              source.name()
                  + ": of the fields "
                  + found.stream().map(JsonDocuments::quoted).collect(Collectors.joining(" and "))
                  + ", the first is read for the "
                  + what
                  + ("; --" + what + "-column chooses another"));
    }
    return found.isEmpty() ? null : found.get(0);
  }

  private String wanted(Optional<String> asked, List<String> known, String what) {
    return asked.map(JsonDocuments::quoted).orElseGet(() -> ColumnNames.wanted(what, known))
        + ColumnNames.hint(
            asked.map(List::of).orElse(known), asked.isPresent(), List.copyOf(names));
  }

  /**
   * A value as text; of a list of texts its lines.
   *
   * @throws IllegalArgumentException if it is none
   */
  private static String value(JsonNode node, String what) {
    if (isNone(node)) {
      return "";
    }
    if (node.isValueNode()) {
      return node.asText();
    }
    if (node.isObject()) {
      throw new IllegalArgumentException(
          "the " + what + " is an object, not a text" + (node.has("0") ? BY_ROWS : ""));
    }
    boolean text = what.equals("text");
    List<String> values = new ArrayList<>();
    for (JsonNode element : node) {
      if (element.isContainerNode()) {
        throw new IllegalArgumentException("the " + what + " is a list of objects or lists");
      }
      values.add(isNone(element) ? "" : element.asText());
    }
    if (!text && values.size() > 1) {
      throw new IllegalArgumentException(
          "the " + what + " is a list of " + values.size() + ", and one is needed");
    }
    return String.join("\n", values);
  }

  static boolean isNone(JsonNode node) {
    return node.isMissingNode()
        || node.isNull()
        || node.isFloatingPointNumber() && Double.isNaN(node.doubleValue());
  }

  private static String keptValue(JsonNode node) {
    if (isNone(node)) {
      return "";
    }
    return node.isValueNode() ? node.asText() : node.toString();
  }

  private static String quoted(String name) {
    return '"' + name + '"';
  }
}
