/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.handler;

/** Asks what a tagger does: fields, categories, model. */
public record InfoQuery(TaggerQuery tagger) implements Question {

  static final String INFO = "info";
}
