/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.docket.error.DocketException;

/**
 * Where the columns of a table are.
 *
 * @param header the names of all columns, as they stand
 * @param text the text's, from 0; -1 if there need not be one
 * @param label the label's; -1 if there need not be one
 * @param subLabel the sub-label's; -1 if there is none
 * @param kept those that come along
 * @param keptIfThere those that come along behind them; -1 for one that is not there
 */
record Columns(
    List<String> header,
    int text,
    int label,
    int subLabel,
    List<Integer> kept,
    List<Integer> keptIfThere) {

  private static final int SHOWN = 30;

  /**
   * Finds columns by their names.
   *
   * @param name of the table, for messages
   * @throws DocketException that names all that are missing, or one that stands twice
   */
  static Columns of(List<String> header, RowSettings settings, String name) {
    return new Finder(header, settings, name).columns();
  }

  /** Whether all that is needed is there, by the names that were asked for or are known. */
  static boolean fit(List<String> header, RowSettings settings) {
    return score(header, settings) == (settings.texts() ? 1 : 0) + (settings.labelled() ? 1 : 0);
  }

  /** How many of the text's and the label's column are there. */
  static int score(List<String> header, RowSettings settings) {
    return (settings.texts()
                && has(header, settings.textColumn(), ColumnNames.TEXT, settings.orKnown())
            ? 1
            : 0)
        + (settings.labelled() && hasLabel(header, settings) ? 1 : 0);
  }

  /** How many columns a row must have. */
  int count() {
    return header.size();
  }

  /** The names of those that come along; one without a name gets its number. */
  List<String> keptNames() {
    Map<String, Integer> seen = new HashMap<>();
    List<String> names = new ArrayList<>();
    for (int column : kept) {
      String name = header.get(column).strip();
      name = name.isEmpty() ? "column " + (column + 1) : name;
      int times = seen.merge(name, 1, Integer::sum);
      names.add(times == 1 ? name : name + " (" + times + ")");
    }
    return names;
  }

  /** Whether another header has the same names in the same order. */
  boolean sameAs(List<String> other) {
    return other.size() == header.size()
        && IntStream.range(0, other.size())
            .allMatch(
                i -> ColumnNames.loose(header.get(i)).equals(ColumnNames.loose(other.get(i))));
  }

  private static boolean hasLabel(List<String> header, RowSettings settings) {
    return has(header, settings.labelColumn(), ColumnNames.LABEL, settings.orKnown())
        || needsNoLabel(header, settings);
  }

  /** Probabilities may stand in place of labels. */
  private static boolean needsNoLabel(List<String> header, RowSettings settings) {
    return settings.probabilities()
        && settings.labelColumn().isEmpty()
        && header.stream().anyMatch(ProbabilityNames::isOne);
  }

  private static boolean has(
      List<String> header, Optional<String> asked, List<String> known, boolean orKnown) {
    return asked.isPresent() && !places(header, asked.get()).isEmpty()
        || (asked.isEmpty() || orKnown)
            && known.stream().anyMatch(name -> !places(header, name).isEmpty());
  }

  /** Where a name stands exactly, else where it stands but for case and blanks. */
  private static List<Integer> places(List<String> header, String name) {
    List<Integer> exact =
        IntStream.range(0, header.size()).filter(i -> header.get(i).equals(name)).boxed().toList();
    if (!exact.isEmpty()) {
      return exact;
    }
    String loose = ColumnNames.loose(name);
    return IntStream.range(0, header.size())
        .filter(i -> !loose.isEmpty() && ColumnNames.loose(header.get(i)).equals(loose))
        .boxed()
        .toList();
  }

  /** Finds what is needed, and remembers what is not there. */
  private static final class Finder {

    private final List<String> header;
    private final RowSettings settings;
    private final String table;
    private final List<String> missing = new ArrayList<>();
    private final TreeSet<String> options = new TreeSet<>();

    Finder(List<String> header, RowSettings settings, String table) {
      this.header = header;
      this.settings = settings;
      this.table = table;
    }

    Columns columns() {
      int text = settings.texts() ? find("text", settings.textColumn(), ColumnNames.TEXT) : -1;
      int label = label();
      List<Integer> named = kept(); // must be there also where all come along
      List<Integer> kept =
          settings.fields() ? allBut(-1) : settings.keepAll() ? allBut(text) : named;
      requireTwo(text, label);
      if (!missing.isEmpty()) {
        throw new DocketException(
            table
                + " has no column "
                + String.join(", and no column ", missing)
                + "; its columns are: "
                + shown()
                + ". Name what is meant with "
                + String.join(" and ", options)
                + remedy());
      }
      return new Columns(header, text, label, subLabel(), kept, keptIfThere());
    }

    private void requireTwo(int text, int label) {
      if (text >= 0 && text == label) {
        throw new DocketException(
            table
                + (": the column "
                    + quoted(header.get(text))
                    + " cannot be both text and label; its")
                + (" columns are: " + shown())
                + ". Name what is meant with --label-column and --text-column");
      }
    }

    private int label() {
      boolean none =
          !settings.labelled()
              || needsNoLabel(header, settings)
                  && !has(header, Optional.empty(), ColumnNames.LABEL, false);
      return none ? -1 : find("label", settings.labelColumn(), ColumnNames.LABEL);
    }

    /** What else may be wrong: the delimiter is none of those that are found, or no header. */
    private String remedy() {
      if (header.size() == 1) {
        return ColumnNames.delimiter(header.get(0), fields -> fit(fields, settings))
            .map(delimiter -> "; or their delimiter, for it may be this: --delimiter " + delimiter)
            .orElse("");
      }
      boolean known = header.stream().anyMatch(ColumnNames::isKnown);
      return known || !settings.keep().isEmpty()
          ? ""
          : "; a table without a header needs one, such as category,narrative, before its first row";
    }

    private List<Integer> allBut(int text) {
      return IntStream.range(0, header.size()).filter(i -> i != text).boxed().toList();
    }

    private List<Integer> kept() {
      List<Integer> kept = new ArrayList<>();
      for (String name : settings.keep()) {
        kept.add(place(name, () -> miss(name, "--keep or --id-column")));
      }
      if (settings.probabilities()) {
        IntStream.range(0, header.size())
            .filter(i -> ProbabilityNames.isOne(header.get(i)) && !kept.contains(i))
            .forEach(i -> kept.add(place(header.get(i), () -> {})));
      }
      return kept;
    }

    private List<Integer> keptIfThere() {
      return settings.keepIfThere().stream()
          .map(name -> places(header, name).stream().findFirst().orElse(-1))
          .toList();
    }

    private int subLabel() {
      return ColumnNames.SUB_LABEL.stream()
          .flatMap(name -> places(header, name).stream())
          .findFirst()
          .orElse(-1);
    }

    private int find(String what, Optional<String> asked, List<String> known) {
      String option = "--" + what + "-column";
      if (asked.isPresent() && (isThere(asked.get()) || !settings.orKnown())) {
        return place(asked.get(), () -> miss(asked.get(), option));
      }
      List<String> there = ColumnNames.there(known, header::contains, this::isThere);
      if (there.isEmpty() && settings.fields()) {
        return -1; // whoever wants all columns knows which is the text
      }
      if (there.isEmpty()) {
        missing.add(ColumnNames.wanted(what, known) + ColumnNames.hint(known, false, header));
        options.add(option);
        return -1;
      }
      int found = place(there.get(0), () -> {});
      if (there.size() > 1) {
        settings
            .notices()
            .accept(
                String.format(
                    Locale.ROOT,
                    "%s: of the columns %s, \"%s\" is read for the %s; %s chooses another",
                    table,
                    there.stream()
                        .map(name -> quoted(header.get(places(header, name).get(0))))
                        .collect(Collectors.joining(" and ")),
                    ColumnNames.shown(header.get(found)),
                    what,
                    option));
      }
      return found;
    }

    private boolean isThere(String name) {
      return !places(header, name).isEmpty();
    }

    private int place(String name, Runnable ifMissing) {
      List<Integer> places = places(header, name);
      if (places.size() > 1) {
        throw new DocketException(
            table
                + " has two columns "
                + quoted(header.get(places.get(0)))
                + (header.get(places.get(0)).equals(header.get(places.get(1)))
                    ? ""
                    : " and " + quoted(header.get(places.get(1))) + ", which differ too little"));
      }
      if (places.isEmpty()) {
        ifMissing.run();
        return -1;
      }
      return places.get(0);
    }

    private void miss(String name, String option) {
      missing.add(quoted(name) + ColumnNames.hint(List.of(name), true, header));
      options.add(option);
    }

    private String shown() {
      String shown =
          header.stream().limit(SHOWN).map(ColumnNames::shown).collect(Collectors.joining(", "));
      return header.size() > SHOWN ? shown + ", and " + (header.size() - SHOWN) + " more" : shown;
    }

    private static String quoted(String name) {
      return '"' + ColumnNames.shown(name) + '"';
    }
  }
}
