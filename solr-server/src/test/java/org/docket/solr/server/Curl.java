/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * A call of curl as a shell reads it, with the options that our documentation uses.
 *
 * @param url with its query
 * @param headers name and value in turn
 * @param body what is posted; null for a GET
 */
record Curl(String url, List<String> headers, String body) {

  private static final String FORM = "application/x-www-form-urlencoded";

  /** The calls in a script; other commands are passed over, and what a call is piped into. */
  static List<Curl> in(String script) {
    return commands(script.replace("\\\n", " ")).stream()
        .filter(words -> !words.isEmpty() && words.get(0).equals("curl"))
        .map(Curl::of)
        .toList();
  }

  /** The words of each command, quotes taken off; nothing is put in for variables. */
  private static List<List<String>> commands(String script) {
    List<List<String>> commands = new ArrayList<>();
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    char quote = 0;
    for (char c : (script + "\n").toCharArray()) {
      if (quote != 0 ? c == quote : c == '\'' || c == '"') {
        quote = quote == 0 ? c : 0;
      } else if (quote == 0 && (Character.isWhitespace(c) || c == '|')) {
        if (word.length() > 0) {
          words.add(word.toString());
          word.setLength(0);
        }
        if (c == '\n' || c == '|') {
          commands.add(words);
          words = new ArrayList<>();
        }
      } else {
        word.append(c);
      }
    }
    return commands;
  }

  private static Curl of(List<String> words) {
    String url = null;
    List<String> headers = new ArrayList<>();
    List<String> data = new ArrayList<>();
    boolean get = false;
    for (Iterator<String> rest = words.listIterator(1); rest.hasNext(); ) {
      String word = rest.next();
      switch (word) {
        case "-s" -> {}
        case "-G" -> get = true;
        case "-H" -> headers.addAll(List.of(rest.next().split(": ", 2)));
        case "-d" -> data.add(rest.next());
        case "--data-urlencode" -> data.add(encoded(rest.next()));
        default -> {
          if (word.startsWith("-") || url != null) {
            throw new IllegalArgumentException("not read here: " + word + " in " + words);
          }
          url = word;
        }
      }
    }
    if (get) {
      return new Curl(url + "?" + String.join("&", data), headers, null);
    }
    if (!data.isEmpty() && headers.isEmpty()) {
      headers.addAll(List.of("Content-Type", FORM));
    }
    return new Curl(url, headers, data.isEmpty() ? null : String.join("&", data));
  }

  private static String encoded(String data) {
    String[] pair = data.split("=", 2);
    return pair[0] + "=" + Http.encode(pair[1]);
  }

  /** Sends it to another address than the one that it names. */
  HttpResponse<String> send(String named, URI actual) throws IOException, InterruptedException {
    if (!url.startsWith(named)) {
      throw new IllegalArgumentException(url + " does not begin with " + named);
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(actual + url.substring(named.length())));
    if (!headers.isEmpty()) {
      request.headers(headers.toArray(String[]::new));
    }
    if (body != null) {
      request.POST(BodyPublishers.ofString(body));
    }
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }
}
