/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.pages;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Goes through docs/loop.md from its top to its end, with a real Solr: index, correct, export,
 * train, compare, deploy, retag; and through the other pages whose commands talk to Solr. A page's
 * port becomes one that is free.
 */
class LoopPageIT {

  /** The pages whose commands need the jars of cli-solr. */
  static final List<String> PAGES = List.of("docs/loop.md", "docs/serving.md", "docs/indexing.md");

  private static final String PORT = "8983";

  @TempDir Path folder;

  static List<String> pages() {
    return PAGES;
  }

  @ParameterizedTest
  @MethodSource("pages")
  void thePageDoesWhatItShows(String name) throws Exception {
    String port = freePort();
    Page page = Page.read(name);
    PageRun.check(
        new Page(page.name(), page.lines().stream().map(line -> line.replace(PORT, port)).toList()),
        Shell.withSolr(folder));
  }

  /** Solr is gone at the end of the page; where the page fails before, it is not. */
  @AfterEach
  void stopSolr() throws IOException {
    Path pid = folder.resolve("serve.pid");
    if (Files.exists(pid)) {
      ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()))
          .ifPresent(ProcessHandle::destroyForcibly);
    }
  }

  private static String freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return String.valueOf(socket.getLocalPort());
    }
  }
}
