/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report.facts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.docket.cli.Docket;
import org.docket.kernel.Kernels;

/** The versions of what runs, and the machine. */
public final class Versions {

  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

  private Versions() {}

  /** For the report. */
  public static FactGroup facts() {
    Map<String, Object> facts = new LinkedHashMap<>();
    String docket = Docket.class.getPackage().getImplementationVersion();
    facts.put("Docket", docket == null ? "(not from a jar)" : docket);
    facts.put("OpenNLP", opennlp.tools.util.Version.currentVersion());
    facts.put("Lucene", org.apache.lucene.util.Version.LATEST);
    facts.put("Java", Runtime.version() + ", " + System.getProperty("java.vm.name"));
    facts.put("Kernel", Kernels.best().name());
    facts.put("System", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    facts.put(
        "Processors",
        Runtime.getRuntime().availableProcessors()
            + processor().map(name -> ", " + name).orElse(""));
    facts.put("Heap", (Runtime.getRuntime().maxMemory() >> 20) + " MB");
    return FactGroup.of("Versions", facts);
  }

  /** As Linux tells it. */
  private static Optional<String> processor() {
    if (!Files.isReadable(PROCESSORS)) {
      return Optional.empty();
    }
    try (Stream<String> lines = Files.lines(PROCESSORS, StandardCharsets.ISO_8859_1)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst();
    } catch (IOException e) {
      return Optional.empty(); // it is told without
    }
  }
}
