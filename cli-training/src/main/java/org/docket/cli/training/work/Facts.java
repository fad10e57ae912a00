/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.docket.training.config.TrainingConfig;
import org.docket.training.data.DataFile;

/** What a report was made of, as its page lists it. */
public final class Facts {

  private Facts() {}

  /** Parameters of the preset, files with their hashes, the version of Java. */
  public static List<Map<String, Object>> of(TrainingConfig config, List<DataFile> files) {
    List<List<String>> parameters = new ArrayList<>();
    parameters.add(List.of("preset", config.name()));
    config.parameters().forEach((key, value) -> parameters.add(List.of(key, value)));
    List<List<String>> data = new ArrayList<>();
    files.forEach(file -> data.add(List.of(file.name(), "sha256 " + file.sha256())));
    return List.of(
        Map.of("name", "Parameters", "entries", parameters),
        Map.of("name", "Data", "entries", data),
        Map.of(
            "name", "Versions", "entries", List.of(List.of("Java", Runtime.version().toString()))));
  }
}
