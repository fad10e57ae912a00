/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.deploy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How {@code doccat.model} of a configset can be changed over HTTP.
 *
 * @param property the property that solrconfig.xml has in its place
 * @param processor the processor that solrconfig.xml does not have, but its overlay
 * @param lines all lines of that processor
 */
record ModelSetting(
    Optional<String> property, Optional<String> processor, Map<String, Object> lines) {

  /** Where deploy remembers what served before. */
  static final String FORMERS = "docket.models.before";

  private static final String MODEL = "doccat.model";

  static ModelSetting ofProperty(String name) {
    return new ModelSetting(Optional.of(name), Optional.empty(), Map.of());
  }

  static ModelSetting ofProcessor(String name, Map<String, Object> lines) {
    return new ModelSetting(Optional.empty(), Optional.of(name), lines);
  }

  /** The commands to Solr's Config API, which takes them all or none. */
  Map<String, Object> commands(String location, List<Former> formers) {
    Map<String, Object> properties = new LinkedHashMap<>();
    property.ifPresent(name -> properties.put(name, location));
    properties.put(FORMERS, Former.write(formers));
    Map<String, Object> commands = new LinkedHashMap<>();
    commands.put("set-user-property", properties);
    processor.ifPresent(
        name -> {
          Map<String, Object> changed = new LinkedHashMap<>(lines);
          changed.put("name", name);
          changed.put(MODEL, location);
          commands.put("update-updateprocessor", changed);
        });
    return commands;
  }
}
