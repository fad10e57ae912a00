/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.solr.client.solrj.request.JavaBinUpdateRequestCodec;
import org.apache.solr.client.solrj.request.UpdateRequest;
import org.apache.solr.common.SolrInputDocument;

/** Documents 1 to n in each of the formats that Solr reads: even ones of a house, odd of a card. */
enum UpdateBody {
  JSON("application/json") {
    @Override
    byte[] documents(int n) {
      return join(n, "[", ",", "]", id -> json(id));
    }
  },
  XML("application/xml") {
    @Override
    byte[] documents(int n) {
      return join(n, "<add>", "", "</add>", id -> "<doc>" + xml(id) + "</doc>");
    }
  },
  CSV("text/csv") {
    @Override
    byte[] documents(int n) {
      return join(n, "complaint_id,narrative\n", "\n", "", id -> id + ",\"" + text(id) + "\"");
    }
  },
  JAVABIN("application/javabin") {
    @Override
    byte[] documents(int n) {
      UpdateRequest request = new UpdateRequest();
      IntStream.rangeClosed(1, n)
          .mapToObj(
              id ->
                  new SolrInputDocument("complaint_id", String.valueOf(id), "narrative", text(id)))
          .forEach(request::add);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try {
        new JavaBinUpdateRequestCodec().marshal(request, out);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return out.toByteArray();
    }
  };

  final String type;

  UpdateBody(String type) {
    this.type = type;
  }

  abstract byte[] documents(int n);

  /** A document as JSON has it, with more fields if there are any. */
  static String json(int id, String... more) {
    return String.format(
        Locale.ROOT,
        "{\"complaint_id\":\"%s\",\"narrative\":\"%s\"%s}",
        id,
        text(id),
        more.length == 0 ? "" : "," + String.join(",", more));
  }

  static String xml(int id) {
    return String.format(
        Locale.ROOT,
        "<field name=\"complaint_id\">%s</field><field name=\"narrative\">%s</field>",
        id,
        text(id));
  }

  static String category(int id) {
    return id % 2 == 0 ? "mortgage" : "cards";
  }

  private static String text(int id) {
    return id % 2 == 0
        ? "They foreclose on my house, the escrow" + " escrow".repeat(id % 5)
        : "my credit card fee" + " card".repeat(id % 5);
  }

  private static byte[] join(
      int n, String start, String between, String end, IntFunction<String> document) {
    return IntStream.rangeClosed(1, n)
        .mapToObj(document)
        .collect(Collectors.joining(between, start, end))
        .getBytes(StandardCharsets.UTF_8);
  }
}
