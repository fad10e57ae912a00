/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.docket.corpus.rows.QuoteEscape;

/** How to read a corpus. Immutable; what is not set is found out from the corpus. */
public final class CorpusOptions {

  private final CorpusFormat format;
  private final CorpusFormat plainFormat;
  private final Character delimiter;
  private final QuoteEscape quoteEscape;
  private final Charset encoding;
  private final String textColumn;
  private final String labelColumn;
  private final List<String> keep;
  private final boolean keepAll;
  private final boolean fields;
  private final List<String> keepIfThere;
  private final boolean orKnownColumns;
  private final boolean categoriesToo;
  private final LabelMap labelMap;
  private final boolean mergeLabels;
  private final OnBadRow onBadRow;
  private final Path badRows;
  private final boolean texts;
  private final boolean labelled;
  private final boolean probabilities;
  private final Consumer<String> notices;

  private CorpusOptions(Builder builder) {
    format = builder.format;
    plainFormat = Objects.requireNonNull(builder.plainFormat, "plainFormat");
    delimiter = builder.delimiter;
    quoteEscape = builder.quoteEscape;
    encoding = builder.encoding;
    textColumn = builder.textColumn;
    labelColumn = builder.labelColumn;
    keep = List.copyOf(builder.keep);
    keepAll = builder.keepAll;
    fields = builder.fields;
    keepIfThere = List.copyOf(builder.keepIfThere);
    orKnownColumns = builder.orKnownColumns;
    categoriesToo = builder.categoriesToo;
    labelMap = builder.labelMap;
    mergeLabels = builder.mergeLabels;
    onBadRow = Objects.requireNonNull(builder.onBadRow, "onBadRow");
    badRows = builder.badRows;
    texts = builder.texts;
    labelled = builder.labelled;
    probabilities = builder.probabilities;
    notices = Objects.requireNonNull(builder.notices, "notices");
  }

  /** Labelled, all by default, bad rows refused, notices for nobody. */
  public static CorpusOptions defaults() {
    return builder().build();
  }

  /** A builder that has the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /** A builder that has these options. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.format = format;
    builder.plainFormat = plainFormat;
    builder.delimiter = delimiter;
    builder.quoteEscape = quoteEscape;
    builder.encoding = encoding;
    builder.textColumn = textColumn;
    builder.labelColumn = labelColumn;
    builder.keep = keep;
    builder.keepAll = keepAll;
    builder.fields = fields;
    builder.keepIfThere = keepIfThere;
    builder.orKnownColumns = orKnownColumns;
    builder.categoriesToo = categoriesToo;
    builder.labelMap = labelMap;
    builder.mergeLabels = mergeLabels;
    builder.onBadRow = onBadRow;
    builder.badRows = badRows;
    builder.texts = texts;
    builder.labelled = labelled;
    builder.probabilities = probabilities;
    builder.notices = notices;
    return builder;
  }

  /** The same with a label map. */
  public CorpusOptions withLabelMap(LabelMap map) {
    return toBuilder().labelMap(map).build();
  }

  /** The same with another treatment of bad rows. */
  public CorpusOptions withOnBadRow(OnBadRow treatment) {
    return toBuilder().onBadRow(treatment).build();
  }

  /** The format, if it is not to be told from name and content. */
  public Optional<CorpusFormat> format() {
    return Optional.ofNullable(format);
  }

  /** What a text is whose name and content tell no format: {@code OPENNLP} or {@code LINES}. */
  public CorpusFormat plainFormat() {
    return plainFormat;
  }

  /** What stands between the columns of a CSV, if it is not to be found out. */
  public Optional<Character> delimiter() {
    return Optional.ofNullable(delimiter);
  }

  /** How quotes are written inside a CSV's quoted fields, if it is not to be found out. */
  public Optional<QuoteEscape> quoteEscape() {
    return Optional.ofNullable(quoteEscape);
  }

  /** The encoding, if it is not UTF-8 or UTF-16 that shows itself. */
  public Optional<Charset> encoding() {
    return Optional.ofNullable(encoding);
  }

  /** The column (of JSON: the field) of the text; by default one of the names that are known. */
  public Optional<String> textColumn() {
    return Optional.ofNullable(textColumn);
  }

  /** The column (of JSON: the field) of the label; by default one of the names that are known. */
  public Optional<String> labelColumn() {
    return Optional.ofNullable(labelColumn);
  }

  /** The columns that come along with each row. */
  public List<String> keep() {
    return keep;
  }

  /** Whether all columns come along with each row. */
  public boolean keepAll() {
    return keepAll;
  }

  /**
   * Whether all columns come along with each row by their names, also those that only some rows of
   * JSON have; there need be no text then, unless {@link #textColumn} asks for it.
   */
  public boolean fields() {
    return fields;
  }

  /**
   * The columns that come along behind all others, with an empty value where they are not there.
   */
  public List<String> keepIfThere() {
    return keepIfThere;
  }

  /** Whether known columns are read where those that were named are not there. */
  public boolean orKnownColumns() {
    return orKnownColumns;
  }

  /**
   * Whether labels that the map does not have stay, rather than being dropped: they may be
   * categories already.
   */
  public boolean categoriesToo() {
    return categoriesToo;
  }

  /** What labels become; without one they stay as they are. */
  public Optional<LabelMap> labelMap() {
    return Optional.ofNullable(labelMap);
  }

  /** Whether labels that differ only in case or punctuation become the first of them. */
  public boolean mergeLabels() {
    return mergeLabels;
  }

  /** What to do about rows that cannot be read. */
  public OnBadRow onBadRow() {
    return onBadRow;
  }

  /** The CSV that rows which cannot be read are written to. */
  public Optional<Path> badRows() {
    return Optional.ofNullable(badRows);
  }

  /** Whether texts are needed; without, every text is empty. */
  public boolean texts() {
    return texts;
  }

  /** Whether labels are needed; without, every category is empty. */
  public boolean labelled() {
    return labelled;
  }

  /**
   * Whether columns of probabilities, such as {@code p(Mortgage)}, come along with each row; they
   * may stand in place of a label.
   */
  public boolean probabilities() {
    return probabilities;
  }

  /** Gets what a person should know, a line each. */
  public Consumer<String> notices() {
    return notices;
  }

  /** Collects options. For one thread. */
  public static final class Builder {

    private CorpusFormat format;
    private CorpusFormat plainFormat = CorpusFormat.OPENNLP;
    private Character delimiter;
    private QuoteEscape quoteEscape;
    private Charset encoding;
    private String textColumn;
    private String labelColumn;
    private List<String> keep = List.of();
    private boolean keepAll;
    private boolean fields;
    private List<String> keepIfThere = List.of();
    private boolean orKnownColumns;
    private boolean categoriesToo;
    private LabelMap labelMap;
    private boolean mergeLabels;
    private OnBadRow onBadRow = OnBadRow.FAIL;
    private Path badRows;
    private boolean texts = true;
    private boolean labelled = true;
    private boolean probabilities;
    private Consumer<String> notices = notice -> {};

    private Builder() {}

    /** The format; null to tell it from name and content (default). */
    public Builder format(CorpusFormat value) {
      format = value;
      return this;
    }

    /** What a text is that shows no other format; by default OpenNLP's. */
    public Builder plainFormat(CorpusFormat value) {
      plainFormat = value;
      return this;
    }

    /** What stands between columns; null to find it out (default). */
    public Builder delimiter(Character value) {
      delimiter = value;
      return this;
    }

    /** How quotes are written inside quotes; null to find it out (default). */
    public Builder quoteEscape(QuoteEscape value) {
      quoteEscape = value;
      return this;
    }

    /** The encoding; null for UTF-8, or UTF-16 that shows itself (default). */
    public Builder encoding(Charset value) {
      encoding = value;
      return this;
    }

    /** The column of the text; null for the known names (default). */
    public Builder textColumn(String value) {
      textColumn = value;
      return this;
    }

    /** The column of the label; null for the known names (default). */
    public Builder labelColumn(String value) {
      labelColumn = value;
      return this;
    }

    /** The columns that come along; none by default. */
    public Builder keep(List<String> values) {
      keep = values;
      return this;
    }

    /** Whether all columns come along; not by default. */
    public Builder keepAll(boolean value) {
      keepAll = value;
      return this;
    }

    /** Whether all columns come along by their names; not by default. */
    public Builder fields(boolean value) {
      fields = value;
      return this;
    }

    /** The columns that come along where they are there; none by default. */
    public Builder keepIfThere(List<String> values) {
      keepIfThere = values;
      return this;
    }

    /** Whether known columns do where those that were named are not there; not by default. */
    public Builder orKnownColumns(boolean value) {
      orKnownColumns = value;
      return this;
    }

    /** Whether labels that are not in the map stay; not by default. */
    public Builder categoriesToo(boolean value) {
      categoriesToo = value;
      return this;
    }

    /** What labels become; null to leave them (default). */
    public Builder labelMap(LabelMap value) {
      labelMap = value;
      return this;
    }

    /** Whether labels that differ only in case or punctuation become one; not by default. */
    public Builder mergeLabels(boolean value) {
      mergeLabels = value;
      return this;
    }

    /** What to do about rows that cannot be read; by default fail. */
    public Builder onBadRow(OnBadRow value) {
      onBadRow = value;
      return this;
    }

    /** Where rows go that cannot be read; null for nowhere (default). */
    public Builder badRows(Path value) {
      badRows = value;
      return this;
    }

    /** Whether texts are needed; they are by default. */
    public Builder texts(boolean value) {
      texts = value;
      return this;
    }

    /** Whether columns of probabilities come along; not by default. */
    public Builder probabilities(boolean value) {
      probabilities = value;
      return this;
    }

    /** Whether labels are needed; they are by default. */
    public Builder labelled(boolean value) {
      labelled = value;
      return this;
    }

    /** Gets what a person should know, a line each; by default nobody does. */
    public Builder notices(Consumer<String> value) {
      notices = value;
      return this;
    }

    /** The options. */
    public CorpusOptions build() {
      return new CorpusOptions(this);
    }
  }
}
