/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training.work;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.docket.cli.report.facts.FactGroup;
import org.docket.cli.report.facts.Versions;
import org.docket.training.config.TrainingConfig;
import org.docket.training.data.DataFile;

/** What a report was made of, as its page lists it. */
public final class Facts {

  private Facts() {}

  /** Parameters of the preset, files with their hashes, versions. */
  public static List<FactGroup> of(TrainingConfig config, List<DataFile> files) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("preset", config.name());
    parameters.putAll(config.parameters());
    Map<String, String> data = new LinkedHashMap<>();
    for (int i = 0; i < files.size(); i++) {
      String key = "file" + (i + 1);
      data.put(key, files.get(i).name());
      data.put(key + ".sha256", files.get(i).sha256());
    }
    return List.of(
        FactGroup.of("Parameters", parameters), FactGroup.of("Data", data), Versions.facts());
  }
}
