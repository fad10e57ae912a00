/* SPDX-License-Identifier: Apache-2.0 */
import { html } from './lib.js';
import { go, withParams } from './address.js';
import { readBucket, readDay } from './dates.js';
import { day } from './format.js';
import { missingName, termFacets } from './query.js';
import { statesOf } from './states.js';

/** What the search is narrowed by, each to be taken away. */
export function Chips({ collection, params }) {
  const chosen = choices(collection, params);
  if (chosen.length === 0) {
    return null;
  }
  const clear = Object.fromEntries(chosen.map(({ name }) => [name, null]));
  return html`<ul class="chips" aria-label="Filters">
    ${chosen.map(({ name, value, of, label }) => html`<li key=${`${name} ${value}`}>
      <button type="button" onClick=${() => remove(params, name, value)}>
        <span class="hidden">Remove </span><span class="of">${of}</span> <span dir="auto">${label}</span> <span aria-hidden="true">×</span>
      </button>
    </li>`)}
    ${chosen.length > 1 && html`<li><button type="button" class="plain" onClick=${() => go('search', withParams(params, { ...clear, page: null }))}>Remove all</button></li>`}
  </ul>`;
}

/** The choices of the address that mean something here: {name, value, of, label}. */
export function choices(collection, params) {
  const found = termFacets(collection).flatMap((facet) => [
    ...params.getAll(facet.name).map((value) => ({ name: facet.name, value, of: facet.label, label: value })),
    ...params.getAll(missingName(facet)).map((value) => ({ name: missingName(facet), value, of: facet.label, label: 'none' })),
  ]);
  const states = statesOf(collection).filter(({ name }) => params.getAll('state').includes(name));
  found.push(...states.map(({ name, label }) => ({ name: 'state', value: name, of: 'Review', label })));
  const buckets = params.getAll('when').filter(readBucket);
  found.push(...buckets.map((value) => ({ name: 'when', value, of: 'Time', label: readBucket(value).label })));
  for (const [name, of] of [['from', 'From'], ['to', 'To']]) {
    const value = readDay(params.get(name));
    found.push(...(value ? [{ name, value, of, label: day(value) }] : []));
  }
  return found;
}

function remove(params, name, value) {
  go('search', withParams(params, { [name]: params.getAll(name).filter((one) => one !== value), page: null }));
}
