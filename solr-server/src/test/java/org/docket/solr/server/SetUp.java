/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Schemas and solrconfig.xml files as people write them, a line at a time. */
final class SetUp {

  static final String LOG_AND_RUN =
      "<processor class=\"solr.LogUpdateProcessorFactory\"/>"
          + "<processor class=\"solr.RunUpdateProcessorFactory\"/>";
  static final String ARGUMENTS =
      "<str name=\"doccat.model\">models/complaints-en.bin</str>"
          + "<str name=\"doccat.fl\">narrative</str>"
          + "<str name=\"doccat.categoryField\">predicted_category</str>"
          + "<str name=\"doccat.scoreField\">predicted_score</str>";
  static final String UPDATE_LOG =
      "<updateHandler class=\"solr.DirectUpdateHandler2\"><updateLog/></updateHandler>";

  private static final String CLASS = "class=\"org.docket.solr.DoccatUpdateProcessorFactory\"";

  private SetUp() {}

  /** One of the files that users sent. */
  static String input(String name) throws IOException {
    try (InputStream in = SetUp.class.getResourceAsStream("inputs/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** A schema with a narrative, a text that is copied from it, and fields for a tag. */
  static String schema() throws IOException {
    return input("09-copyfield-schema.xml");
  }

  static String schemaWith(String old, String replacement) throws IOException {
    String schema = schema();
    if (!schema.contains(old)) {
      throw new IllegalArgumentException("the schema does not say " + old);
    }
    return schema.replace(old, replacement);
  }

  static String docket(String arguments) {
    return "<processor " + CLASS + ">" + arguments + "</processor>";
  }

  static String docket() {
    return docket(ARGUMENTS);
  }

  /** A processor that chains and handlers may name. */
  static String named(String name) {
    return String.join(
        "", "<updateProcessor name=\"", name, "\" ", CLASS, ">", ARGUMENTS, "</updateProcessor>");
  }

  /**
   * A chain.
   *
   * @param attributes such as {@code name="a" default="true"}
   */
  static String chain(String attributes, String... processors) {
    return "<updateRequestProcessorChain "
        + attributes
        + ">"
        + String.join("", processors)
        + "</updateRequestProcessorChain>";
  }

  static String handler(String name, String parameter, String value) {
    return String.join(
        "",
        "<requestHandler name=\"",
        name,
        "\" class=\"solr.UpdateRequestHandler\"><lst name=\"defaults\"><str name=\"",
        parameter,
        "\">",
        value,
        "</str></lst></requestHandler>");
  }

  static String config(String... parts) {
    return configWithout("", parts);
  }

  /** A solrconfig.xml that lacks one of the usual parts. */
  static String configWithout(String left, String... parts) {
    String usual =
        "<luceneMatchVersion>9.12</luceneMatchVersion>"
            + "<schemaFactory class=\"ClassicIndexSchemaFactory\"/>"
            + UPDATE_LOG
            + "<requestHandler name=\"/select\" class=\"solr.SearchHandler\"/>";
    return "<config>"
        + (left.isEmpty() ? usual : usual.replace(left, ""))
        + String.join("", parts)
        + "</config>";
  }
}
