/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.deploy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.solr.client.solrj.SolrRequest.METHOD;
import org.apache.solr.client.solrj.request.GenericSolrRequest;
import org.apache.solr.common.util.NamedList;
import org.docket.Categorization;
import org.docket.ScoredCategory;
import org.docket.cli.Json;
import org.docket.error.DocketException;

/** Makes sure of what cores serve: by the hash that they tell, and by what they answer. */
final class ServiceCheck {

  private static final long PAUSE_MILLIS = 200;

  /** Kernels differ in the seventh digit. */
  private static final double TOLERANCE = 1e-4;

  private final List<Served> cores;
  private final Duration patience;

  /**
   * For cores.
   *
   * @param patience how long these may take to come to serve a model
   */
  ServiceCheck(List<Served> cores, Duration patience) {
    this.cores = List.copyOf(cores);
    this.patience = patience;
  }

  /** Whether all serve a model now. */
  boolean serves(String sha256) {
    return cores.stream().allMatch(core -> core.sha256().equals(sha256));
  }

  /**
   * Waits until all serve a model.
   *
   * @throws DeployFailedException that names one which does not
   */
  void awaitHash(String sha256) throws DeployFailedException, InterruptedException {
    long start = System.nanoTime();
    for (Served core : cores) {
      String seen = seen(core);
      while (!seen.equals(sha256)) {
        if (System.nanoTime() - start > patience.toNanos()) {
          throw new DeployFailedException(
              String.format(
                  Locale.ROOT,
                  "%s does not serve %s but %s; Solr's log says why",
                  core.name(),
                  NewModel.shortened(sha256),
                  seen));
        }
        Thread.sleep(PAUSE_MILLIS);
        seen = seen(core);
      }
    }
  }

  /** The hash, or what keeps it from being told: a core that reloads may not answer. */
  private static String seen(Served core) {
    try {
      return core.sha256();
    } catch (DocketException e) {
      return "nothing (" + e.getMessage() + ")";
    }
  }

  /**
   * Checks that each core answers texts as the model does here.
   *
   * @return how many answers were compared
   * @throws DeployFailedException that names a difference
   */
  int requireAnswers(NewModel model, List<String> texts) throws DeployFailedException {
    int compared = 0;
    for (Served core : cores) {
      for (String text : texts) {
        compared += compare(core, model, text) ? 1 : 0;
      }
    }
    if (compared == 0) {
      throw new DeployFailedException("Solr cut each of the texts that it was asked");
    }
    return compared;
  }

  /** Whether it could be compared: Solr may be told to read less of a text than the model. */
  private static boolean compare(Served core, NewModel model, String text)
      throws DeployFailedException {
    Categorization here = model.categorizer().categorize(text);
    NamedList<Object> there = ask(core, text, model.categorizer().categories().size());
    if (Boolean.TRUE.equals(there.get("truncated"))) {
      return false;
    }
    Map<String, Double> ours = here.abstains() ? Map.of() : probabilities(here);
    Map<String, Double> theirs =
        Boolean.TRUE.equals(there.get("abstained")) ? Map.of() : probabilities(there);
    if (!isSame(ours, theirs)) {
      throw new DeployFailedException(
          String.format(
              Locale.ROOT,
              "%s answers a known text otherwise than %s does here: %s there, %s here",
              core.name(),
              model.file(),
              theirs,
              ours));
    }
    return true;
  }

  private static boolean isSame(Map<String, Double> ours, Map<String, Double> theirs) {
    return ours.keySet().equals(theirs.keySet())
        && ours.entrySet().stream()
            .allMatch(one -> Math.abs(one.getValue() - theirs.get(one.getKey())) <= TOLERANCE);
  }

  private static NamedList<Object> ask(Served core, String text, int count) {
    String body = Json.line(Map.of("text", text, "maxCount", count));
    return core.solr()
        .ask(
            new GenericSolrRequest(METHOD.POST, "/doccat")
                .withContent(body.getBytes(StandardCharsets.UTF_8), "application/json"));
  }

  private static Map<String, Double> probabilities(Categorization answer) {
    Map<String, Double> probabilities = new TreeMap<>();
    for (ScoredCategory one : answer.ranked()) {
      probabilities.put(one.category(), one.probability());
    }
    return probabilities;
  }

  private static Map<String, Double> probabilities(NamedList<Object> answer) {
    Map<String, Double> probabilities = new TreeMap<>();
    if (answer.get("categories") instanceof List<?> categories) {
      for (Object category : categories) {
        double probability =
            Tree.at(category, "probability") instanceof Number number
                ? number.doubleValue()
                : Double.NaN;
        probabilities.put(Tree.text(category, "category"), probability);
      }
    }
    return probabilities;
  }
}
