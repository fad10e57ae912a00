/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.rows;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the readers of rows must know.
 *
 * @param delimiter of a CSV, if it is not to be found out
 * @param escape of a CSV's quotes, if it is not to be found out
 * @param textColumn if it is none of the known ones
 * @param labelColumn if it is none of the known ones
 * @param texts whether there must be texts
 * @param labelled whether there must be labels
 * @param probabilities whether columns of probabilities come along, behind those of {@code keep};
 *     with them there need be no labels
 * @param keep columns that come along
 * @param keepAll whether all columns but the text's come along
 * @param fields whether all columns come along by their names; with them there need be no text
 * @param keepIfThere columns that come along last, empty where they are not
 * @param orKnown whether a text's or label's column that is not there may be one of the known ones
 * @param notices gets what a person should know
 * @param max characters of a row
 */
public record RowSettings(
    Optional<Character> delimiter,
    Optional<QuoteEscape> escape,
    Optional<String> textColumn,
    Optional<String> labelColumn,
    boolean texts,
    boolean labelled,
    boolean probabilities,
    List<String> keep,
    boolean keepAll,
    boolean fields,
    List<String> keepIfThere,
    boolean orKnown,
    Consumer<String> notices,
    int max) {}
