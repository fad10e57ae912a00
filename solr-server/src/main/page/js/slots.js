/* SPDX-License-Identifier: Apache-2.0 */

/**
 * Places in a view that another module fills.
 *
 * `Decision`: a component above the text of an open document; it gets {collection, document (all
 * fields, with _version_), explanation (of /doccat, or undefined), changed() (loads it anew)}.
 */
export const slots = { Decision: null };
