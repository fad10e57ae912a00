/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report.facts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.docket.DoccatTextCategorizer;
import org.docket.LstmDocumentCategorizer;
import org.docket.TextCategorizer;
import org.docket.cli.inspect.StockModelFacts;
import org.docket.io.Sha256;
import org.docket.model.ModelFile;

/** What is known of a model: the file, and where it came from. */
public final class ModelFacts {

  private static final String PARAMETER = "parameter.";

  private ModelFacts() {}

  /**
   * For the report.
   *
   * @param file of the model
   * @param categorizer that was loaded from it
   * @throws IOException if it cannot be read any more
   */
  public static List<FactGroup> of(Path file, TextCategorizer categorizer) throws IOException {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("file", file.getFileName());
    model.put("bytes", String.format(Locale.ROOT, "%,d", Files.size(file)));
    model.put("sha256", Sha256.hex(file));
    if (categorizer instanceof DoccatTextCategorizer stock) {
      StockModelFacts.describe(stock.model(), model);
    }
    List<FactGroup> groups = new ArrayList<>(List.of(FactGroup.of("Model", model)));
    if (categorizer instanceof LstmDocumentCategorizer) {
      groups.addAll(ofProvenance(ModelFile.read(file).provenance()));
    }
    return groups;
  }

  /** The parameters that a model was trained with, and all else that it remembers. */
  static List<FactGroup> ofProvenance(SortedMap<String, String> provenance) {
    Map<String, String> parameters = new TreeMap<>();
    Map<String, String> training = new TreeMap<>();
    provenance.forEach(
        (key, value) -> {
          if (key.startsWith(PARAMETER)) {
            parameters.put(key.substring(PARAMETER.length()), value);
          } else {
            training.put(key, value);
          }
        });
    return List.of(FactGroup.of("Parameters", parameters), FactGroup.of("Training", training));
  }
}
