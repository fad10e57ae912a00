/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.collection;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.solr.client.solrj.SolrClient;
import org.apache.solr.client.solrj.SolrRequest;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.client.solrj.impl.CloudHttp2SolrClient;
import org.apache.solr.client.solrj.impl.CloudSolrClient;
import org.apache.solr.client.solrj.impl.ClusterStateProvider;
import org.apache.solr.client.solrj.impl.Http2SolrClient;
import org.apache.solr.client.solrj.impl.HttpJdkSolrClient;
import org.apache.solr.client.solrj.request.GenericSolrRequest;
import org.apache.solr.common.SolrException;
import org.apache.solr.common.params.ModifiableSolrParams;
import org.apache.solr.common.params.SolrParams;
import org.apache.solr.common.util.NamedList;
import org.apache.solr.common.util.URLUtil;
import org.docket.error.DocketException;

/**
 * A core or collection of a Solr that runs. Safe for use by many threads.
 *
 * <p>Its own methods tell what went wrong in a line, by {@link DocketException}; who wants to try
 * again asks the {@link #client}.
 */
public final class SolrCollection implements AutoCloseable {

  private static final long CONNECT_SECONDS = 15;
  private static final long ANSWER_SECONDS = 300;
  private static final int UNAUTHORIZED = 401;

  private final String name;
  private final String collection;
  private final SolrClient client;
  private final Optional<Credentials> credentials;
  private final Optional<ExecutorService> threads;

  private SolrCollection(
      String name,
      String collection,
      SolrClient client,
      Optional<Credentials> credentials,
      Optional<ExecutorService> threads) {
    this.name = name;
    this.collection = collection;
    this.client = client;
    this.credentials = credentials;
    this.threads = threads;
  }

  /** The collection at an address. */
  public static SolrCollection at(URI address, Optional<Credentials> credentials) {
    ExecutorService threads = threads();
    HttpJdkSolrClient.Builder builder =
        new HttpJdkSolrClient.Builder(address.toString())
            .withExecutor(threads)
            .useHttp1_1(true)
            .withConnectionTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
            .withRequestTimeout(ANSWER_SECONDS, TimeUnit.SECONDS);
    credentials.ifPresent(who -> builder.withBasicAuthCredentials(who.user(), who.password()));
    String path = address.getPath();
    return new SolrCollection(
        address.toString(),
        path.substring(path.lastIndexOf('/') + 1),
        builder.build(),
        credentials,
        Optional.of(threads));
  }

  /**
   * As many threads as are wanted. Solr's client has four of its own, in which it writes the bodies
   * of requests and the JDK's client reads them: with four requests at a time all wait for ever.
   */
  private static ExecutorService threads() {
    return Executors.newCachedThreadPool(
        task -> {
          Thread thread = new Thread(task, "solr-http");
          thread.setDaemon(true);
          return thread;
        });
  }

  static SolrCollection inCloud(
      List<String> zookeeper,
      Optional<String> chroot,
      String collection,
      Optional<Credentials> credentials) {
    Http2SolrClient.Builder http =
        new Http2SolrClient.Builder()
            .useHttp1_1(true)
            .withConnectionTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
            .withIdleTimeout(ANSWER_SECONDS, TimeUnit.SECONDS);
    credentials.ifPresent(who -> http.withBasicAuthCredentials(who.user(), who.password()));
    SolrClient client =
        new CloudHttp2SolrClient.Builder(zookeeper, chroot)
            .withDefaultCollection(collection)
            .withHttpClientBuilder(http)
            .build();
    return new SolrCollection(
        "the collection " + collection + " of " + String.join(",", zookeeper),
        collection,
        client,
        credentials,
        Optional.empty());
  }

  /** Another address of the same Solr, asked by the same user; the caller closes it. */
  public SolrCollection at(URI address) {
    return at(address, credentials);
  }

  /** The name of the core or collection. */
  public String collection() {
    return collection;
  }

  /**
   * The address of the node, such as {@code http://127.0.0.1:8983/solr}; with ZooKeeper that of a
   * node that is alive.
   *
   * @throws DocketException if ZooKeeper does not answer, or knows of none
   */
  public URI root() {
    if (client instanceof CloudSolrClient cloud) {
      return liveNode(cloud);
    }
    return URI.create(name.substring(0, name.lastIndexOf('/')));
  }

  private URI liveNode(CloudSolrClient cloud) {
    try {
      ClusterStateProvider state = cloud.getClusterStateProvider();
      String scheme = state.getClusterProperty("urlScheme", "http");
      return state.getLiveNodes().stream()
          .sorted()
          .findFirst()
          .map(node -> URI.create(URLUtil.getBaseUrlForNodeName(node, scheme)))
          .orElseThrow(() -> new DocketException("no node of Solr is alive: " + name));
    } catch (SolrException e) {
      throw gone(e);
    }
  }

  /** As it is named in messages: its address, or its name and ZooKeeper's. */
  public String name() {
    return name;
  }

  /** For requests whose failure the caller knows how to take. */
  public SolrClient client() {
    return client;
  }

  /**
   * What the plugin says of itself.
   *
   * @throws DocketException if Solr does not answer or has no Docket in this collection
   */
  public CollectionInfo info() {
    ModifiableSolrParams params = new ModifiableSolrParams().set("info", true);
    try {
      return CollectionInfo.of(
          send(new GenericSolrRequest(SolrRequest.METHOD.GET, "/doccat", params)));
    } catch (SolrException e) {
      if (e.code() == SolrException.ErrorCode.NOT_FOUND.code) {
        throw new DocketException(
            "there is no Docket at "
                + name
                + ": either no such collection, or it has no processor of Docket; see docs/solr.md",
            e);
      }
      throw refused(e);
    }
  }

  /**
   * Searches.
   *
   * @throws DocketException if Solr does not answer, or refuses
   */
  public NamedList<Object> select(SolrParams params) {
    return ask(new GenericSolrRequest(SolrRequest.METHOD.POST, "/select", params));
  }

  /**
   * Asks for anything.
   *
   * @throws DocketException if Solr does not answer, or refuses
   */
  public NamedList<Object> ask(SolrRequest<?> request) {
    try {
      return send(request);
    } catch (SolrException e) {
      throw refused(e);
    }
  }

  @Override
  public void close() {
    try {
      client.close();
    } catch (IOException e) {
      throw new DocketException(
          "cannot close the connection to " + name + ": " + e.getMessage(), e);
    } finally {
      threads.ifPresent(ExecutorService::shutdownNow);
    }
  }

  private NamedList<Object> send(SolrRequest<?> request) {
    if (request instanceof GenericSolrRequest generic) {
      generic.setRequiresCollection(true);
    }
    try {
      return client.request(request);
    } catch (SolrServerException | IOException e) {
      throw gone(e);
    }
  }

  /** The failure of a Solr that did not answer. */
  public DocketException gone(Exception failure) {
    return new DocketException(
        "no answer from Solr at "
            + name
            + " ("
            + reason(failure)
            + "); is it running? ./docket serve starts one",
        failure);
  }

  /** The failure of a Solr that refused a request. */
  public DocketException refused(SolrException failure) {
    if (failure.code() == UNAUTHORIZED) {
      return new DocketException(name + " asks who you are; say it with --user NAME", failure);
    }
    return new DocketException(
        name + " refused (" + failure.code() + "): " + reason(failure), failure);
  }

  /** Why a request failed, in a line. */
  public static String reason(Throwable failure) {
    Throwable cause = failure;
    while (cause.getMessage() == null && cause.getCause() != null) {
      cause = cause.getCause();
    }
    String message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    return message
        .replaceFirst("(?s)^Error from server at [^ ]+: ", "")
        .strip()
        .replaceAll("\\s+", " ");
  }
}
