/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.handler;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UnsupportedEncodingException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.apache.solr.common.params.ModifiableSolrParams;
import org.apache.solr.common.params.SolrParams;
import org.apache.solr.common.util.ContentStream;
import org.apache.solr.request.SolrQueryRequest;
import org.docket.error.DocketException;

/** Reads what a request asks, from its parameters and its body. */
@SuppressWarnings("deprecation") // ContentStream: Solr 9.0 to 10.0 know no other body of a request
public final class QueryReader {

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
    return ofBody(single(streams), params);
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

  private static Question ofBody(ContentStream stream, SolrParams params) throws IOException {
    if (params.get(TextQuery.TEXT) != null) {
      throw new DocketException("there is a text in the parameters and a body; send one of them");
    }
    try (BoundedReader in = new BoundedReader(stream.getReader())) {
      return switch (type(stream)) {
        case "text/plain" -> ofText(content(in), params);
        case "application/json", "text/json" -> ofJson(JsonBody.read(in), params);
        default ->
            throw new DocketException(
                "the body's Content-Type is '"
                    + stream.getContentType()
                    + "'; it must be application/json, text/plain or a form's");
      };
    } catch (UnsupportedEncodingException e) {
      throw new DocketException("the body's charset is not known: " + e.getMessage(), e);
    }
  }

  private static String type(ContentStream stream) {
    String type = stream.getContentType() == null ? "" : stream.getContentType();
    return type.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
  }

  private static TextQuery ofText(String text, SolrParams params) {
    ModifiableSolrParams body = new ModifiableSolrParams();
    body.set(TextQuery.TEXT, text);
    return TextQuery.of(SolrParams.wrapDefaults(body, params));
  }

  private static Question ofJson(JsonBody body, SolrParams params) {
    SolrParams all = SolrParams.wrapDefaults(body.params(), params);
    return body.documents().isEmpty()
        ? TextQuery.of(all)
        : ofDocuments(
            body.params(), new DocumentsQuery(body.documents().get(), TaggerQuery.of(all)));
  }

  /** What would be left unanswered is refused; a handler's defaults may be for texts. */
  private static DocumentsQuery ofDocuments(SolrParams body, DocumentsQuery query) {
    for (String key : List.of(TextQuery.TEXT, TextQuery.EXPLAIN, TextQuery.MAX_COUNT)) {
      if (body.get(key) != null) {
        throw new DocketException(
            "the body has '" + key + "' beside 'documents'; it is for a single text");
      }
    }
    return query;
  }

  /** In the charset of the content type, else UTF-8. */
  private static String content(Reader in) throws IOException {
    StringWriter content = new StringWriter();
    in.transferTo(content);
    return content.toString();
  }
}
