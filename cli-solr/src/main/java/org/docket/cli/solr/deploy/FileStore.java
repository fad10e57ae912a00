/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.deploy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import org.apache.solr.client.solrj.SolrRequest.METHOD;
import org.apache.solr.client.solrj.request.GenericSolrRequest;
import org.apache.solr.client.solrj.request.RequestWriter.ContentWriter;
import org.docket.cli.solr.collection.SolrCollection;
import org.docket.error.DocketException;

/** SolrCloud's store of files, from which each node fetches what it lacks. */
final class FileStore {

  /** What {@code doccat.model} begins with. */
  static final String PREFIX = "filestore:";

  /** What a name may not have there. */
  private static final String FORBIDDEN = "[\\s\\\\#&*%@~=+^$><?{}\\[\\]|:;!`/]";

  private static final int SOLR_10 = 10;

  private final SolrNode node;

  FileStore(SolrNode node) {
    this.node = node;
  }

  /**
   * Where a model goes. Its hash makes the name one of its own: Solr does not replace files there.
   *
   * @param location that of the model before, whose name it keeps
   */
  static String path(String location, String sha256) {
    String name = location.substring(location.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : name.length();
    String stem =
        name.substring(0, dot)
            .replaceFirst("-[0-9a-f]{" + NewModel.SHORT_HASH + "}$", "")
            .replaceAll(FORBIDDEN, "-")
            .replaceFirst("^\\.+", "");
    return "/models/" + stem + "-" + NewModel.shortened(sha256) + name.substring(dot);
  }

  /**
   * Uploads a model; what is there already stays, if it is the same.
   *
   * @throws DocketException if Solr does not take it; the message says what to change
   */
  void upload(NewModel model, String path) {
    boolean isNew = node.major() >= SOLR_10;
    String api = "/api/cluster/" + (isNew ? "filestore/files" : "files");
    try (SolrCollection root = node.beside("/")) {
      root.ask(new GenericSolrRequest(METHOD.PUT, api + path).setContentWriter(content(model)));
    } catch (DocketException e) {
      throw new DocketException(explained(e.getMessage(), isNew), e);
    }
  }

  private static String explained(String message, boolean isNew) {
    if (message.contains("enable.packages") || message.contains("packages.enabled")) {
      return "Solr takes no files into its file store, unless its nodes are started with -D"
          + (isNew ? "solr.packages.enabled" : "enable.packages")
          + "=true (in SOLR_OPTS of solr.in.sh); restart them so, one by one. Nothing has changed";
    }
    return "the model cannot be uploaded, and nothing has changed: " + message;
  }

  private static ContentWriter content(NewModel model) {
    return new ContentWriter() {
      @Override
      public void write(OutputStream out) throws IOException {
        Files.copy(model.file(), out);
      }

      @Override
      public String getContentType() {
        return "application/octet-stream";
      }
    };
  }
}
