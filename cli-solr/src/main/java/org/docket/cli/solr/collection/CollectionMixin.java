/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.collection;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import org.docket.cli.HelpGroup;
import org.docket.error.DocketException;
import picocli.CommandLine.Option;

/** The options that name a collection: by its address, or by ZooKeeper and its name. */
public final class CollectionMixin implements HelpGroup {

  private static final String PASSWORD = "DOCKET_SOLR_PASSWORD";
  private static final String EXAMPLE = "http://127.0.0.1:8983/solr/complaints";

  @Option(
      names = "--solr",
      paramLabel = "URL",
      description = "Address of the core or collection, such as " + EXAMPLE + ".")
  private String solr;

  @Option(
      names = "--zookeeper",
      paramLabel = "HOST:PORT[,...][/chroot]",
      description =
          "SolrCloud's ZooKeeper, in place of --solr: requests go to the shards' leaders.")
  private String zookeeper;

  @Option(
      names = "--collection",
      paramLabel = "NAME",
      description = "The collection, with --zookeeper.")
  private String collection;

  @Option(
      names = "--user",
      paramLabel = "NAME[:PASSWORD]",
      description =
          "For a Solr that asks for it; without a password here, the environment variable "
              + PASSWORD
              + " has it.")
  private String user;

  @Override
  public String title() {
    return "Which Solr";
  }

  /**
   * Opens the collection. Solr is not asked yet.
   *
   * @throws DocketException if the options do not name one
   */
  public SolrCollection open() {
    if (solr != null) {
      require(
          zookeeper == null && collection == null,
          "--solr names the collection; leave out --zookeeper and --collection");
      return SolrCollection.at(address(solr), credentials());
    }
    require(
        zookeeper != null, "which Solr? name the collection's address, such as --solr " + EXAMPLE);
    require(collection != null, "--zookeeper needs --collection NAME");
    int chroot = zookeeper.indexOf('/');
    return SolrCollection.inCloud(
        List.of((chroot < 0 ? zookeeper : zookeeper.substring(0, chroot)).split(",")),
        chroot < 0 ? Optional.empty() : Optional.of(zookeeper.substring(chroot)),
        collection,
        credentials());
  }

  private Optional<Credentials> credentials() {
    if (user == null) {
      return Optional.empty();
    }
    int colon = user.indexOf(':');
    if (colon >= 0) {
      return Optional.of(new Credentials(user.substring(0, colon), user.substring(colon + 1)));
    }
    String password = System.getenv(PASSWORD);
    require(password != null, "--user has no password: add :PASSWORD to it, or set " + PASSWORD);
    return Optional.of(new Credentials(user, password));
  }

  private static URI address(String given) {
    try {
      URI address = new URI(given.strip().replaceFirst("/+$", ""));
      String scheme = String.valueOf(address.getScheme());
      require(
          (scheme.equals("http") || scheme.equals("https")) && address.getHost() != null,
          "--solr is \"" + given + "\"; it must be an address such as " + EXAMPLE);
      require(
          address.getUserInfo() == null,
          "--solr has a name and a password in it; say them with --user");
      require(
          address.getQuery() == null && address.getFragment() == null,
          "--solr is \"" + given + "\"; leave out what begins at ? or #");
      String path = address.getPath();
      require(
          path.lastIndexOf('/') > 0,
          "--solr is \""
              + given
              + "\", which names no collection; add its name: "
              + given.strip().replaceFirst("/+$", "")
              + (path.isEmpty() ? "/solr/NAME" : "/NAME"));
      return address;
    } catch (URISyntaxException e) {
      throw new DocketException("--solr is no address: " + e.getMessage(), e);
    }
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new DocketException(message);
    }
  }
}
