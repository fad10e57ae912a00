/* SPDX-License-Identifier: Apache-2.0 */

/**
 * Places in a view that another module fills.
 *
 * `Decision`: a component above the text of an open document; it gets {collection, document (all
 * fields, with _version_), explanation (of /doccat, or undefined), changed() (loads it anew)}.
 *
 * `Unsent`: above every view; it gets {collection}, and shows the decisions that Solr does not have.
 */
export const slots = { Decision: null, Unsent: null };
