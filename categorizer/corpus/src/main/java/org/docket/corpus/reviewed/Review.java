/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.reviewed;

import java.time.Instant;
import java.util.Optional;

/**
 * What a person decided of a document.
 *
 * @param category the person's
 * @param text of the document
 * @param id of the document, if it has one
 * @param at when it was decided, if that is known
 */
public record Review(String category, String text, Optional<String> id, Optional<Instant> at) {}
