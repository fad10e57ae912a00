/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.deploy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.docket.cli.solr.collection.CollectionInfo;

/** Finds the model file that a Solr reads, where this machine has the same file. */
final class LocalModel {

  private final SolrNode node;
  private final Optional<Path> givenHome;

  /**
   * On a node.
   *
   * @param givenHome where this machine sees the node's Solr home, if that is not where the node
   *     has it, as with a container
   */
  LocalModel(SolrNode node, Optional<Path> givenHome) {
    this.node = node;
    this.givenHome = givenHome;
  }

  /**
   * The file that {@code doccat.model} names: in the Solr home, or in the core's configset. Whether
   * it is what serves, its hash tells.
   */
  Optional<Path> find(String core, CollectionInfo.Model served) {
    if (givenHome.isEmpty() && !isThisMachine(node.address().getHost())) {
      return Optional.empty();
    }
    Stream<Path> configset =
        givenHome.isPresent()
            ? Stream.empty()
            : node.instanceFolder(core).stream().map(folder -> Path.of(folder, "conf"));
    return Stream.concat(Stream.of(home()), configset)
        .map(folder -> folder.resolve(served.location()).normalize())
        .filter(Files::isRegularFile)
        .findFirst();
  }

  /** The Solr home as this machine has it. */
  Path home() {
    return givenHome.orElseGet(() -> Path.of(node.home())).toAbsolutePath().normalize();
  }

  private static boolean isThisMachine(String host) {
    try {
      for (InetAddress address : InetAddress.getAllByName(host.replaceAll("[\\[\\]]", ""))) {
        if (address.isLoopbackAddress() || NetworkInterface.getByInetAddress(address) != null) {
          return true;
        }
      }
      return false;
    } catch (UnknownHostException | SocketException e) {
      return false; // a proxy may know it
    }
  }

  /** Whether two paths name one file. */
  static boolean isSame(Path one, Path other) {
    try {
      return Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other);
    } catch (IOException e) {
      return false;
    }
  }
}
