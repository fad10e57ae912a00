/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files of the page, read from the class path when they are asked for the first time. Safe for
 * use by many threads.
 */
final class PageFiles {

  /** Beside this package, not in it: there are its classes. */
  private static final String FOLDER = "/org/docket/solr/server/page";

  private static final String START = "/index.html";
  private static final String CONFIG = "/config.json";

  /** Names as ours are, so that no path leads out of the folder, and no folder is a file. */
  private static final Pattern PATH =
      Pattern.compile("(?:/[A-Za-z0-9_][A-Za-z0-9_.-]*)*/[A-Za-z0-9_][A-Za-z0-9_.-]*\\.([a-z]+)");

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html;charset=utf-8",
          "css", "text/css;charset=utf-8",
          "js", "text/javascript;charset=utf-8",
          "json", "application/json;charset=utf-8",
          "txt", "text/plain;charset=utf-8",
          "svg", "image/svg+xml;charset=utf-8",
          "png", "image/png",
          "ico", "image/x-icon",
          "woff2", "font/woff2");

  private final ConcurrentMap<String, PageFile> files = new ConcurrentHashMap<>();

  PageFiles(PageConfig config) {
    files.put(CONFIG, PageFile.of(TYPES.get("json"), config.json()));
  }

  /**
   * The file at a path.
   *
   * @param path as the request has it, not decoded
   */
  Optional<PageFile> find(String path) throws IOException {
    String file = path.equals("/") ? START : path;
    PageFile known = files.get(file);
    return known != null ? Optional.of(known) : read(file);
  }

  private Optional<PageFile> read(String path) throws IOException {
    Matcher matcher = PATH.matcher(path);
    String type = matcher.matches() ? TYPES.get(matcher.group(1)) : null;
    if (type == null) {
      return Optional.empty();
    }
    try (InputStream in = PageFiles.class.getResourceAsStream(FOLDER + path)) {
      if (in == null) {
        return Optional.empty();
      }
      PageFile file = PageFile.of(type, in.readAllBytes());
      files.put(path, file);
      return Optional.of(file);
    }
  }
}
