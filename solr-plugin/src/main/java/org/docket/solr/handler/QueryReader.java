/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.handler;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UnsupportedEncodingException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.solr.common.params.ModifiableSolrParams;
import org.apache.solr.common.params.SolrParams;
import org.apache.solr.common.util.ContentStream;
import org.apache.solr.common.util.Utils;
import org.apache.solr.request.SolrQueryRequest;
import org.docket.error.DocketException;

/** Reads what a request asks, from its parameters and its body. */
@SuppressWarnings("deprecation") // ContentStream: Solr 9.0 to 10.0 know no other body of a request
public final class QueryReader {

  private static final List<String> KEYS =
      List.of(
          TextQuery.TEXT,
          TextQuery.EXPLAIN,
          TextQuery.MAX_COUNT,
          TaggerQuery.CHAIN,
          TaggerQuery.CATEGORY_FIELD);

  private QueryReader() {}

  /**
   * Reads a request. A form's fields are parameters already.
   *
   * @throws DocketException if there is no text or more than one, it is too long, or the body is of
   *     a kind that is not read
   * @throws IOException if the client goes away
   */
  public static Question read(SolrQueryRequest request) throws IOException {
    SolrParams params = request.getParams();
    if (TextQuery.flag(InfoQuery.INFO, params.get(InfoQuery.INFO, "false"))) {
      return info(request);
    }
    String[] texts = params.getParams(TextQuery.TEXT);
    if (texts != null && texts.length > 1) {
      throw new DocketException("there are " + texts.length + " texts; send one");
    }
    Iterable<ContentStream> streams = request.getContentStreams();
    if (streams == null || !streams.iterator().hasNext()) {
      return TextQuery.of(params);
    }
    return TextQuery.of(SolrParams.wrapDefaults(body(single(streams), params), params));
  }

  /** A text beside it would get no answer. */
  private static InfoQuery info(SolrQueryRequest request) throws IOException {
    Iterable<ContentStream> streams = request.getContentStreams();
    if (request.getParams().get(TextQuery.TEXT) != null || streams != null && hasContent(streams)) {
      throw new DocketException(
          InfoQuery.INFO + "=true asks about the tagger; send it without a text and a body");
    }
    return new InfoQuery(TaggerQuery.of(request.getParams()));
  }

  private static boolean hasContent(Iterable<ContentStream> streams) throws IOException {
    for (ContentStream stream : streams) {
      try (InputStream in = stream.getStream()) {
        if (in.read() >= 0) {
          return true;
        }
      }
    }
    return false;
  }

  private static ContentStream single(Iterable<ContentStream> streams) {
    Iterator<ContentStream> all = streams.iterator();
    ContentStream first = all.next();
    if (all.hasNext()) {
      throw new DocketException("there are several bodies; send one text");
    }
    return first;
  }

  private static ModifiableSolrParams body(ContentStream stream, SolrParams params)
      throws IOException {
    if (params.get(TextQuery.TEXT) != null) {
      throw new DocketException("there is a text in the parameters and a body; send one of them");
    }
    return switch (type(stream)) {
      case "text/plain" -> text(content(stream));
      case "application/json", "text/json" -> json(content(stream));
      default ->
          throw new DocketException(
              "the body's Content-Type is '"
                  + stream.getContentType()
                  + "'; it must be application/json, text/plain or a form's");
    };
  }

  private static String type(ContentStream stream) {
    String type = stream.getContentType() == null ? "" : stream.getContentType();
    return type.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
  }

  private static ModifiableSolrParams text(String content) {
    ModifiableSolrParams params = new ModifiableSolrParams();
    params.set(TextQuery.TEXT, content);
    return params;
  }

  private static ModifiableSolrParams json(String content) {
    if (!(parse(content) instanceof Map<?, ?> object)) {
      throw new DocketException("the body is no JSON object such as {\"text\": \"…\"}");
    }
    ModifiableSolrParams params = new ModifiableSolrParams();
    object.forEach((key, value) -> params.set(known(key), scalar(key, value)));
    return params;
  }

  /** Solr's parser throws errors of several kinds, among them of syntax and of the end. */
  private static Object parse(String content) {
    try {
      return Utils.fromJSONString(content);
    } catch (RuntimeException e) {
      throw new DocketException("the body is not JSON: " + e.getMessage(), e);
    } catch (StackOverflowError e) { // one call for each bracket, and nothing else is lost
      throw new DocketException("the body is nested too deeply; it is one flat JSON object", e);
    }
  }

  private static String known(Object key) {
    if (!KEYS.contains(key)) {
      throw new DocketException(
          "the body has the key '" + key + "'; known are " + String.join(", ", KEYS));
    }
    return (String) key;
  }

  private static String scalar(Object key, Object value) {
    if (value instanceof String || value instanceof Boolean || value instanceof Number) {
      return value.toString();
    }
    throw new DocketException("the body's '" + key + "' must be a string, a number or a boolean");
  }

  /** The body, in the charset of its content type, else UTF-8. No more is read than is allowed. */
  private static String content(ContentStream stream) throws IOException {
    StringBuilder content = new StringBuilder();
    char[] buffer = new char[8192];
    try (Reader reader = stream.getReader()) {
      for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
        content.append(buffer, 0, read);
        TextQuery.requireShort(content.length());
      }
    } catch (UnsupportedEncodingException e) {
      throw new DocketException("the body's charset is not known: " + e.getMessage(), e);
    }
    return content.toString();
  }
}
