/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.deploy;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.docket.cli.OutputMixin;

/** What a deployment tells: each step to people as it is done, and all at the end to scripts. */
final class Report {

  private final OutputMixin output;
  private final Map<String, Object> facts = new LinkedHashMap<>();

  Report(OutputMixin output) {
    this.output = output;
  }

  void fact(String name, Object value) {
    facts.put(name, value);
  }

  void say(String format, Object... values) {
    PrintWriter talk = output.talk();
    talk.println(String.format(Locale.ROOT, format, values));
    talk.flush();
  }

  void warn(String format, Object... values) {
    output.remarks().warn(String.format(Locale.ROOT, format, values));
  }

  /** Prints the facts, if they are wanted. */
  void end() {
    if (output.json()) {
      output.print(facts);
    }
  }
}
