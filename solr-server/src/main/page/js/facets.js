/* SPDX-License-Identifier: Apache-2.0 */
import { html } from './lib.js';
import { go, withParams } from './address.js';
import { has } from './collection.js';
import { isCut, stateCounts, termCounts } from './counts.js';
import { readDay } from './dates.js';
import { Facet } from './facet.js';
import { FACET_LIMIT, termFacets } from './query.js';
import { Category } from './tag.js';
import { timeCounts } from './timeline.js';

/** Everything that narrows the search, with counts. */
export function Facets({ collection, params, answer, span }) {
  const facets = answer.facets ?? {};
  const states = stateCounts(collection, params, facets);
  const [category, ...others] = termFacets(collection).map((facet) => {
    const finder = isCut(facet, facets, FACET_LIMIT) ? { collection, params, facet } : null;
    const draw = facet.name === 'category' ? (label) => html`<${Category} collection=${collection} name=${label} />` : undefined;
    return html`<${Facet} key=${facet.name} title=${facet.label} counts=${termCounts(facet, params, facets)} params=${params} finder=${finder} draw=${draw} />`;
  });
  return html`<div class="facets">
    ${category}
    ${states.length > 0 && html`<${Facet} key="state" title="Review" counts=${states} params=${params} />`}
    ${others}
    ${has(collection, collection.date) && html`<${Dates} collection=${collection} params=${params} facets=${facets} span=${span} />`}
    <${Missing} collection=${collection} />
  </div>`;
}

const UNITS = { month: 'Month', quarter: 'Quarter', year: 'Year' };

function Dates({ params, facets, span }) {
  const counts = timeCounts(params, facets, span).filter(({ count, chosen }) => count > 0 || chosen).reverse();
  const set = (name) => (event) => go('search', withParams(params, { [name]: event.target.value, page: null }));
  return html`<${Facet} title=${UNITS[span?.unit] ?? 'Time'} counts=${counts} params=${params} />
    <fieldset class="facet days">
      <legend>Days</legend>
      <label>From <input type="date" value=${readDay(params.get('from')) ?? ''} onChange=${set('from')} /></label>
      <label>To <input type="date" value=${readDay(params.get('to')) ?? ''} onChange=${set('to')} /></label>
    </fieldset>`;
}

function Missing({ collection }) {
  const fields = [...collection.missing];
  const trouble = collection.trouble && `The collection does not tell about its model: ${collection.trouble}. Words that moved a decision cannot be shown.`;
  const without = fields.length > 0 && `This collection has no field, or none that can be counted and sorted, named ${fields.join(', ')}: what needs them is left out.`;
  const undated = !collection.date && 'config.json names no field of the date: there is no time line.';
  return [trouble, without, undated].filter(Boolean).map((words) => html`<p class="note missing">${words}</p>`);
}
