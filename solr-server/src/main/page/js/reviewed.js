/* SPDX-License-Identifier: Apache-2.0 */
import { has, withoutMissing } from './collection.js';
import { ask } from './solr.js';

const probes = new WeakMap();

/**
 * Finds out which of the fields of a person's decision the collection has: the others are in
 * `missing` then. Asks once.
 */
export function probeReviewed(collection) {
  if (!probes.has(collection)) {
    const probe = withoutMissing(collection, () => ask('/select', probing(collection)));
    probes.set(collection, probe.catch((error) => {
      probes.delete(collection);
      throw error;
    }));
  }
  return probes.get(collection);
}

function probing(collection) {
  const names = Object.values(collection.reviewed).filter((name) => has(collection, name));
  return { q: '*:*', rows: 0, fq: names.map((name) => `{!cache=false}${name}:[* TO *]`) };
}
