/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.handler;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.solr.common.SolrInputDocument;
import org.apache.solr.common.params.ModifiableSolrParams;
import org.docket.error.DocketException;
import org.noggit.JSONParser;

/**
 * Reads a body of JSON: one flat object, in which documents may stand. It is read as Solr reads the
 * documents that it indexes, event by event: nothing is nested deeper than it may be, and nothing
 * is in memory but the values.
 */
final class JsonBody {

  /** What a body with documents may have at most. */
  static final int MAX_CHARS = 64_000_000;

  private static final List<String> PARAMS =
      List.of(
          TextQuery.TEXT,
          TextQuery.EXPLAIN,
          TextQuery.MAX_COUNT,
          TaggerQuery.CHAIN,
          TaggerQuery.CATEGORY_FIELD);

  private final BoundedReader in;
  private final JSONParser parser;
  private final ModifiableSolrParams params = new ModifiableSolrParams();
  private List<SolrInputDocument> documents;

  private JsonBody(BoundedReader in) {
    this.in = in;
    this.parser = new JSONParser(in);
  }

  /**
   * Reads a body.
   *
   * @throws DocketException if it is not JSON, too long, or holds what is not known
   */
  static JsonBody read(BoundedReader in) throws IOException {
    JsonBody body = new JsonBody(in);
    try {
      body.read();
    } catch (JSONParser.ParseException e) {
      throw new DocketException("the body is not JSON: " + e.getMessage(), e);
    }
    return body;
  }

  /** What stands beside the documents, or all. */
  ModifiableSolrParams params() {
    return params;
  }

  Optional<List<SolrInputDocument>> documents() {
    return Optional.ofNullable(documents);
  }

  private void read() throws IOException {
    if (parser.nextEvent() != JSONParser.OBJECT_START) {
      throw new DocketException(
          "the body is no JSON object such as {\"text\": \"…\"} or {\"documents\": [{…}, …]}");
    }
    while (parser.nextEvent() != JSONParser.OBJECT_END) {
      String key = parser.getString();
      if (key.equals(DocumentsQuery.DOCUMENTS)) {
        readDocuments();
      } else {
        readParam(key);
      }
    }
    if (parser.nextEvent() != JSONParser.EOF) {
      throw new DocketException("the body goes on behind its JSON object; send one object");
    }
  }

  private void readParam(String key) throws IOException {
    if (!PARAMS.contains(key)) {
      throw new DocketException(
          String.format(
              Locale.ROOT,
              "the body has the key '%s'; known are %s, %s",
              key,
              String.join(", ", PARAMS),
              DocumentsQuery.DOCUMENTS));
    }
    Object value = isScalar(parser.nextEvent()) ? scalar() : null;
    if (value == null) {
      throw new DocketException("the body's '" + key + "' must be a string, a number or a boolean");
    }
    if (params.get(key) != null) {
      throw new DocketException("the body has the key '" + key + "' twice");
    }
    params.set(key, value.toString());
  }

  private void readDocuments() throws IOException {
    in.allow("body", MAX_CHARS);
    if (documents != null) {
      throw new DocketException("the body has the key 'documents' twice");
    }
    if (parser.nextEvent() != JSONParser.ARRAY_START) {
      throw new DocketException("the body's 'documents' must be a list of objects");
    }
    documents = new ArrayList<>();
    for (int event = parser.nextEvent();
        event != JSONParser.ARRAY_END;
        event = parser.nextEvent()) {
      if (documents.size() == DocumentsQuery.MAX_DOCUMENTS) {
        throw new DocketException(
            "there are more than "
                + DocumentsQuery.MAX_DOCUMENTS
                + " documents; send them in parts");
      }
      if (event != JSONParser.OBJECT_START) {
        throw new DocketException(document() + " is no object of fields and their values");
      }
      documents.add(readDocument());
    }
  }

  /** A field that stands twice has two values, as in an update. */
  private SolrInputDocument readDocument() throws IOException {
    SolrInputDocument read = new SolrInputDocument();
    while (parser.nextEvent() != JSONParser.OBJECT_END) {
      String field = parser.getString();
      read.addField(field, value(field));
    }
    return read;
  }

  private Object value(String field) throws IOException {
    int event = parser.nextEvent();
    if (event != JSONParser.ARRAY_START) {
      return scalar(event, field);
    }
    List<Object> values = new ArrayList<>();
    for (event = parser.nextEvent(); event != JSONParser.ARRAY_END; event = parser.nextEvent()) {
      values.add(scalar(event, field));
    }
    return values;
  }

  private Object scalar(int event, String field) throws IOException {
    if (!isScalar(event)) {
      throw new DocketException(
          String.format(
              Locale.ROOT,
              "the field '%s' of %s holds an object, or a list within a list; a field holds a value"
                  + " or a list of values: documents are whole ones without children",
              field,
              document()));
    }
    return scalar();
  }

  /** The one that is being read. */
  private String document() {
    return "document " + (documents.size() + 1);
  }

  private static boolean isScalar(int event) {
    return event <= JSONParser.NULL;
  }

  /** Of the types that Solr gives to the values of documents. */
  private Object scalar() throws IOException {
    return switch (parser.lastEvent()) {
      case JSONParser.STRING -> parser.getString();
      case JSONParser.LONG -> parser.getLong();
      case JSONParser.NUMBER -> parser.getDouble();
      case JSONParser.BIGNUMBER -> parser.getNumberChars().toString();
      case JSONParser.BOOLEAN -> parser.getBoolean();
      default -> null;
    };
  }
}
