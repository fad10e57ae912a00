/* SPDX-License-Identifier: Apache-2.0 */
import { missingName } from './query.js';
import { statesOf } from './states.js';

/**
 * The values of a facet of terms with their counts, the most frequent first; chosen ones that are
 * not among them, behind.
 *
 * @returns {{name, value, label, count, chosen}[]} `name` and `value` as they go into the address
 */
export function termCounts(facet, params, facets) {
  const chosen = params.getAll(facet.name);
  const buckets = facets[facet.name]?.buckets ?? [];
  const found = buckets.map(({ val, count }) => {
    const value = String(val);
    return { name: facet.name, value, label: value || '(empty)', count, chosen: chosen.includes(value) };
  });
  chosen.forEach((value, i) => {
    if (!found.some((one) => one.value === value)) {
      const count = facets[`${facet.name}#${i}`]?.count ?? 0;
      found.push({ name: facet.name, value, label: value || '(empty)', count, chosen: true });
    }
  });
  return [...found, ...missing(facet, params, facets)];
}

function missing(facet, params, facets) {
  const count = facets[facet.name]?.missing?.count ?? 0;
  const name = missingName(facet);
  const chosen = params.has(name);
  return count > 0 || chosen ? [{ name, value: '1', label: 'none', count, chosen, none: true }] : [];
}

/** The states of review with their counts. */
export function stateCounts(collection, params, facets) {
  const chosen = params.getAll('state');
  return statesOf(collection).map(({ name, label }) => ({
    name: 'state',
    value: name,
    label,
    count: facets[`state#${name}`]?.count ?? 0,
    chosen: chosen.includes(name),
  }));
}

/** Whether there may be values that the answer does not hold. */
export function isCut(facet, facets, limit) {
  return (facets[facet.name]?.buckets ?? []).length >= limit;
}

