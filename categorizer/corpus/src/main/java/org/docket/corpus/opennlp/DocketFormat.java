/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.opennlp;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import opennlp.tools.cmdline.ArgumentParser;
import opennlp.tools.cmdline.ArgumentParser.OptionalParameter;
import opennlp.tools.cmdline.ArgumentParser.ParameterDescription;
import opennlp.tools.cmdline.ObjectStreamFactory;
import opennlp.tools.doccat.DocumentSample;
import opennlp.tools.tokenize.WhitespaceTokenizer;
import opennlp.tools.util.CollectionObjectStream;
import opennlp.tools.util.ObjectStream;
import org.docket.corpus.Corpus;
import org.docket.corpus.CorpusOptions;
import org.docket.corpus.LabelMap;
import org.docket.corpus.LabelledText;
import org.docket.corpus.OnBadRow;
import org.docket.corpus.source.Encodings;
import org.docket.error.DocketException;
import org.docket.model.CategoryNames;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets OpenNLP's own commands read what Docket reads, complaint CSVs above all: {@code
 * DoccatEvaluator.org.docket.corpus.opennlp.DocketFormat -data complaints.csv.gz …}.
 *
 * <p>Text is split at white space, as in OpenNLP's training format. All documents are held in
 * memory.
 */
public final class DocketFormat
    implements ObjectStreamFactory<DocumentSample, DocketFormat.Parameters> {

  private static final Logger LOG = LoggerFactory.getLogger(DocketFormat.class);

  /** What can be given on the command line besides the command's own parameters. */
  public interface Parameters {

    /** The file. */
    @ParameterDescription(
        valueName = "file",
        description = "CSV, TSV, JSON or OpenNLP's training format, also compressed.")
    File getData();

    /** The column with the text. */
    @ParameterDescription(valueName = "column", description = "the column with the text.")
    @OptionalParameter
    String getTextColumn();

    /** The column with the label. */
    @ParameterDescription(valueName = "column", description = "the column with the label.")
    @OptionalParameter
    String getLabelColumn();

    /** The encoding. */
    @ParameterDescription(valueName = "name", description = "the encoding, if it is not UTF-8.")
    @OptionalParameter
    String getEncoding();

    /** What to do about rows that cannot be read. */
    @ParameterDescription(
        valueName = "fail|skip",
        description = "stops at a row that cannot be read, or leaves it out.")
    @OptionalParameter(defaultValue = "fail")
    String getOnBadRow();

    /** The label map. */
    @ParameterDescription(valueName = "file", description = "maps labels to categories.")
    @OptionalParameter
    File getLabelMap();

    /** How labels are called. */
    @ParameterDescription(
        valueName = "escaped|plain",
        description =
            "escaped as by docket convert, or plain as in models that docket train makes.")
    @OptionalParameter(defaultValue = "escaped")
    String getLabels();
  }

  /** For OpenNLP, which knows formats by the names of classes. */
  public DocketFormat() {}

  @Override
  public Class<Parameters> getParameters() {
    return Parameters.class;
  }

  /**
   * Reads the file.
   *
   * @throws DocketException if it is missing or broken; the message says where
   */
  @Override
  public ObjectStream<DocumentSample> create(String[] arguments) {
    Parameters parameters = ArgumentParser.parse(arguments, Parameters.class);
    boolean plain = isPlain(parameters.getLabels());
    List<DocumentSample> samples = new ArrayList<>();
    Corpus.read(
        parameters.getData().toPath(),
        options(parameters),
        document -> {
          String[] tokens = WhitespaceTokenizer.INSTANCE.tokenize(document.text());
          if (tokens.length > 0) {
            samples.add(new DocumentSample(name(document, plain), tokens));
          }
        });
    return new CollectionObjectStream<>(samples);
  }

  private static boolean isPlain(String labels) {
    if (!List.of("plain", "escaped").contains(labels)) {
      throw new DocketException("-labels must be escaped or plain, but is \"" + labels + "\"");
    }
    return labels.equals("plain");
  }

  private static CorpusOptions options(Parameters parameters) {
    CorpusOptions.Builder options =
        CorpusOptions.builder()
            .textColumn(parameters.getTextColumn())
            .labelColumn(parameters.getLabelColumn());
    if (parameters.getLabelMap() != null) {
      options.labelMap(LabelMap.read(parameters.getLabelMap().toPath()));
    }
    if (parameters.getEncoding() != null) {
      options.encoding(Encodings.parse(parameters.getEncoding()));
    }
    options.onBadRow(onBadRow(parameters.getOnBadRow()));
    options.notices(notice -> LOG.warn("{}", notice));
    return options.build();
  }

  private static OnBadRow onBadRow(String name) {
    return switch (name) {
      case "fail" -> OnBadRow.FAIL;
      case "skip" -> OnBadRow.SKIP;
      default ->
          throw new DocketException("-onBadRow must be fail or skip, but is \"" + name + "\"");
    };
  }

  private static String name(LabelledText document, boolean plain) {
    return plain
        ? CategoryNames.modelName(document.category())
        : CategoryNames.escape(document.category());
  }
}
