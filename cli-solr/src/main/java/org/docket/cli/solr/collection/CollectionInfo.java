/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.collection;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.solr.common.util.NamedList;
import org.docket.error.DocketException;

/**
 * What the plugin of a collection says of itself.
 *
 * @param uniqueKey the field of the ids
 * @param sources the fields of the text, or patterns for them, in order
 * @param fields the fields of the tag by their role: category, score, source, model, review,
 *     history …; those that are not set are absent
 * @param categories all that the model may give here, sorted
 * @param model the model in service
 * @param chain the update chain in which the plugin stands; absent where it stands in none
 * @param fallback the category that is given where the model gives none
 */
public record CollectionInfo(
    String uniqueKey,
    List<String> sources,
    Map<String, String> fields,
    List<String> categories,
    Model model,
    Optional<String> chain,
    Optional<String> fallback) {

  /**
   * A model in service.
   *
   * @param name of its file
   * @param sha256 of the file, 64 hexadecimal digits
   * @param tag what stands in the model field of documents that it tagged
   * @param location what {@code doccat.model} is set to
   */
  public record Model(String name, String sha256, String tag, String location) {}

  /** The field of the category. */
  public String category() {
    return require("category");
  }

  /** The field of a role, if it is set. */
  public Optional<String> field(String role) {
    return Optional.ofNullable(fields.get(role));
  }

  /**
   * The field of a role that the work needs.
   *
   * @throws DocketException if it is not set
   */
  public String require(String role) {
    return field(role)
        .orElseThrow(
            () ->
                new DocketException(
                    "the collection has no doccat."
                        + role
                        + "Field, which this needs; see docs/solr.md"));
  }

  static CollectionInfo of(NamedList<Object> answer) {
    if (!(answer.get("fields") instanceof NamedList<?> fields)
        || !(answer.get("model") instanceof NamedList<?> model)) {
      throw new DocketException(
          "the plugin of this Solr is older than this command; replace it, see docs/solr.md");
    }
    Map<String, String> roles = new TreeMap<>();
    fields.forEach(
        (role, field) -> {
          if (field instanceof String name) {
            roles.put(role, name);
          }
        });
    return new CollectionInfo(
        text(answer, "uniqueKey"),
        strings(fields.get("sources")),
        Map.copyOf(roles),
        strings(answer.get("categories")),
        new Model(
            text(model, "name"),
            text(model, "sha256"),
            text(model, "tag"),
            text(model, "location")),
        Optional.ofNullable((String) answer.get("chain")),
        Optional.ofNullable((String) answer.get("fallback")));
  }

  private static String text(NamedList<?> from, String key) {
    return Objects.toString(from.get(key), "");
  }

  private static List<String> strings(Object values) {
    return values instanceof List<?> list
        ? list.stream().map(Object::toString).toList()
        : List.of();
  }
}
