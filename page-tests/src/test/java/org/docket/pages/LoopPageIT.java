/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.pages;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Goes through docs/loop.md from its top to its end, with a real Solr: index, correct, export,
 * train, compare, deploy, retag. The page's port becomes one that is free.
 */
class LoopPageIT {

  private static final String PORT = "8983";

  @TempDir Path folder;

  @Test
  void thePageDoesWhatItShows() throws Exception {
    String port = freePort();
    Page page = Page.read("docs/loop.md");
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
