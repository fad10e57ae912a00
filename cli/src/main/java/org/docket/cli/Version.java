/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.docket.error.DocketException;
import org.docket.kernel.Kernels;
import picocli.CommandLine.IVersionProvider;

/** The versions that a bug report needs: Docket's as the build wrote it into the jar's manifest. */
final class Version implements IVersionProvider {

  /** Where training says what it was built with. */
  private static final String TRAINING = "/org/docket/training/versions.properties";

  @Override
  public String[] getVersion() {
    String version = Docket.class.getPackage().getImplementationVersion();
    return new String[] {
      "docket " + (version == null ? "(not from a jar)" : version),
      "Deeplearning4j " + deeplearning4j().orElse("(not here: comes with ./docket train)"),
      "OpenNLP " + opennlp.tools.util.Version.currentVersion(),
      "Lucene " + org.apache.lucene.util.Version.LATEST,
      format("Java %s (%s)", property("java.version"), property("java.vendor")),
      format(
          "%s %s, %s, %d processors",
          property("os.name"),
          property("os.version"),
          property("os.arch"),
          Runtime.getRuntime().availableProcessors()),
      "kernel " + kernel(),
    };
  }

  private static Optional<String> deeplearning4j() {
    try (InputStream in = Version.class.getResourceAsStream(TRAINING)) {
      if (in == null) {
        return Optional.empty();
      }
      Properties versions = new Properties();
      try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
        versions.load(reader);
      }
      return Optional.ofNullable(versions.getProperty("deeplearning4j"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A version is told also where a setting is wrong. */
  private static String kernel() {
    try {
      String name = Kernels.best().name();
      return name.equals("scalar")
          ? "scalar (plain loops)"
          : format("%s (Vector API, %s bits)", name, name.replaceAll("\\D", ""));
    } catch (DocketException e) {
      return "none: " + e.getMessage();
    }
  }

  private static String property(String name) {
    return System.getProperty(name, "unknown");
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
