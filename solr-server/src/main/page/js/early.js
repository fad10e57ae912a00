/* SPDX-License-Identifier: Apache-2.0 */

// Runs as soon as it and what it names are there, before all other modules are: asking Solr what
// the collection is takes as long as loading them.
import { open } from './collection.js';

let begun = open();
begun.catch(() => {}); // told by whoever takes it

/** The collection as `open` gives it, the first time begun early. */
export function openEarly() {
  const first = begun;
  begun = null;
  return first ?? open();
}
