/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.solr.common.util.Utils;
import org.docket.cli.Json;
import org.docket.error.DocketException;

/**
 * A model that served before.
 *
 * @param location where it lies: the name of a file beside the model, or a value of {@code
 *     doccat.model}
 * @param sha256 of its file
 */
record Former(String location, String sha256) {

  /** So many ways back are remembered. */
  private static final int MOST = 20;

  /**
   * Reads what {@link #write} wrote.
   *
   * @param place where it stands, for the message
   * @throws DocketException if it is something else
   */
  static List<Former> read(String json, String place) {
    List<Former> formers = new ArrayList<>();
    try {
      for (Object entry : (List<?>) Utils.fromJSONString(json)) {
        Map<?, ?> former = (Map<?, ?>) entry;
        formers.add(new Former((String) former.get("location"), (String) former.get("sha256")));
      }
    } catch (RuntimeException e) { // of several kinds: no JSON, or another's
      throw new DocketException(
          place + " does not hold the list of former models that deploy keeps there; remove it", e);
    }
    return formers;
  }

  /** Oldest first; the oldest go where there are too many. */
  static String write(List<Former> formers) {
    return Json.line(formers.subList(Math.max(0, formers.size() - MOST), formers.size()));
  }

  static List<Former> with(List<Former> formers, Former newest) {
    List<Former> more = new ArrayList<>(without(formers, newest.sha256()));
    more.add(newest);
    return List.copyOf(more);
  }

  /**
   * Without the newest ones, where these are a model that serves: an attempt that was killed had
   * written them down, and had not come to its end.
   */
  static List<Former> without(List<Former> formers, String sha256) {
    int end = formers.size();
    while (end > 0 && formers.get(end - 1).sha256().equals(sha256)) {
      end--;
    }
    return formers.subList(0, end);
  }
}
