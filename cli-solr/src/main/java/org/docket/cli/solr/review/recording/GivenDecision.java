/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.review.recording;

import java.time.Instant;

/**
 * What a person decided of a document.
 *
 * @param id the value of its unique key
 * @param category the person's
 * @param by who decided
 * @param at when
 */
public record GivenDecision(String id, String category, String by, Instant at) {}
