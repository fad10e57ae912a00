/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Sends requests byte by byte, also those that no client would send. */
final class Wire {

  private static final int WAIT_MILLIS = 20_000;

  private final int port;

  Wire(int port) {
    this.port = port;
  }

  int port() {
    return port;
  }

  /**
   * Sends a request line and headers, with a right Host if none is among them.
   *
   * @param lines the request line without "HTTP/1.1", then headers
   * @return the answer, all of it
   */
  String ask(String... lines) throws IOException {
    return ask("", lines);
  }

  String ask(byte[] body, String... lines) throws IOException {
    return ask(new String(body, StandardCharsets.UTF_8), lines);
  }

  private String ask(String body, String... lines) throws IOException {
    StringBuilder request = new StringBuilder(lines[0]).append(" HTTP/1.1\r\n");
    boolean host = false;
    for (int i = 1; i < lines.length; i++) {
      host |= lines[i].startsWith("Host:");
      request.append(lines[i]).append("\r\n");
    }
    if (!host) {
      request.append("Host: localhost:").append(port).append("\r\n");
    }
    if (!body.isEmpty()) {
      int length = body.getBytes(StandardCharsets.UTF_8).length;
      request.append("Content-Length: ").append(length).append("\r\n");
    }
    return send(request.append("Connection: close\r\n\r\n").append(body).toString());
  }

  /** Sends what it is given, and nothing else. */
  String send(String bytes) throws IOException {
    try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port)) {
      socket.setSoTimeout(WAIT_MILLIS);
      socket.getOutputStream().write(bytes.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  static int status(String answer) {
    return Integer.parseInt(answer.substring(9, 12));
  }
}
