/* SPDX-License-Identifier: Apache-2.0 */
import { html, useEffect, useState } from './lib.js';
import { useAnswer } from './answers.js';
import { FACET_LIMIT, foundBody } from './query.js';
import { tell } from './solr.js';

const PAUSE_MILLIS = 200;

/** The values of a facet that contain what somebody types: asked of Solr, there may be thousands. */
export function FacetFinder({ collection, params, facet, counts, wanted, choice }) {
  const settled = useSettled(wanted);
  const key = facet ? JSON.stringify([settled, params.toString()]) : null;
  const { value: found, of } = useAnswer(key, (signal) => find(collection, params, facet, settled, signal));
  const here = counts.filter(({ label, none }) => !none && label.toLowerCase().includes(wanted.toLowerCase()));
  const all = facet && of === key ? merge(facet, params, found) : here;
  return html`<ul aria-busy=${Boolean(facet) && of !== key}>${all.map(choice)}</ul>
    <p class="note" role="status">${all.length === 0 ? 'None contains this.' : all.length >= FACET_LIMIT ? `The ${FACET_LIMIT} most frequent that contain this.` : ''}</p>`;
}

function useSettled(value) {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MILLIS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

// JSON facets look for beginnings only, those of old for any part.
async function find(collection, params, facet, wanted, signal) {
  const body = { ...foundBody(collection, params), limit: 0 };
  const of = `f.${facet.field}.facet.`;
  body.params = {
    ...body.params,
    facet: true,
    'facet.field': `{!ex=${facet.name}}${facet.field}`,
    [`${of}contains`]: wanted,
    [`${of}contains.ignoreCase`]: true,
    [`${of}limit`]: FACET_LIMIT,
    [`${of}mincount`]: 1,
  };
  const answer = await tell('/select', body, { 'json.nl': 'arrarr' }, { signal });
  return answer.facet_counts.facet_fields[facet.field];
}

function merge(facet, params, found) {
  const chosen = params.getAll(facet.name);
  return found.map(([value, count]) => ({ name: facet.name, value, label: value || '(empty)', count, chosen: chosen.includes(value) }));
}
