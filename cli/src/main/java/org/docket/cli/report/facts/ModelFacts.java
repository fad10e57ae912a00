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

  /** By what its keys begin with; what nothing is known of is left out. */
  static List<FactGroup> ofProvenance(SortedMap<String, String> provenance) {
    SortedMap<String, String> rest = new TreeMap<>(provenance);
    List<FactGroup> groups =
        List.of(
            FactGroup.of("Parameters", take("parameter.", rest)),
            FactGroup.of("Training data", take("data.", rest)),
            FactGroup.of("Teacher", take("teacher.", rest)),
            FactGroup.of("Versions of the training", take("version.", rest)),
            FactGroup.of("Training", rest));
    return groups.stream().filter(group -> !group.entries().isEmpty()).toList();
  }

  private static Map<String, String> take(String prefix, SortedMap<String, String> from) {
    Map<String, String> taken = new TreeMap<>();
    from.forEach(
        (key, value) -> {
          if (key.startsWith(prefix)) {
            taken.put(key.substring(prefix.length()), value);
          }
        });
    from.keySet().removeIf(key -> key.startsWith(prefix));
    return taken;
  }
}
