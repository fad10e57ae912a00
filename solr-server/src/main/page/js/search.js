/* SPDX-License-Identifier: Apache-2.0 */
import { html, useEffect } from './lib.js';
import { go, href, withParams } from './address.js';
import { say } from './announce.js';
import { useAnswer } from './answers.js';
import { Chips } from './chips.js';
import { has, withoutMissing } from './collection.js';
import { cut } from './dates.js';
import { Empty, PastTheEnd } from './empty.js';
import { FacetsPlace } from './facets-place.js';
import { counted } from './format.js';
import { Hits } from './hits.js';
import { Pages } from './pages.js';
import { pageOf, PAGE_SIZE, searchBody } from './query.js';
import { SearchBox } from './search-box.js';
import { tell } from './solr.js';
import { Timeline } from './timeline.js';
import { Trouble } from './trouble.js';
import { readWords } from './words.js';

/** The view to search: a box, facets, a time line, hits. */
export function Search({ collection, params }) {
  const key = params.toString();
  const { value: found, of, error, loading } = useAnswer(key, (signal) => search(collection, params, signal), { keep: 'search' });
  useEffect(() => {
    if (of === key) {
      say(`${counted(found.answer.response.numFound, 'document')} found`);
    }
  }, [found]);
  return html`
    <h1 class="hidden">Search ${collection.name}</h1>
    <${SearchBox} params=${params} />
    <${Broken} params=${params} />
    <${Chips} collection=${collection} params=${params} />
    ${error && html`<${Trouble} error=${error} what="Solr cannot answer this search" />`}
    ${!found && !error && html`<p class="waiting" aria-busy=${loading}>Searching …</p>`}
    ${found && html`<${Found} collection=${collection} params=${params} found=${found} busy=${of !== key} />`}`;
}

function Found({ collection, params, found, busy }) {
  const { answer, span } = found;
  const count = answer.response.numFound;
  const { docs } = answer.response;
  const first = (pageOf(found.params) - 1) * PAGE_SIZE;
  return html`<div class="found" aria-busy=${busy}>
    <${FacetsPlace} collection=${collection} params=${params} answer=${answer} span=${span} />
    <div class="results">
      ${span && count > 0 && html`<${Timeline} collection=${collection} params=${params} facets=${answer.facets} span=${span} />`}
      <div class="over-hits">
        <h2 class="total">${counted(count, 'document')}</h2>
        ${count > 0 && html`<a class="review-these" href=${href('review', withParams(params, { sort: null, page: null }))}>Review these</a>`}
        ${count > 0 && html`<${Sort} collection=${collection} params=${params} />`}
      </div>
      ${answer.responseHeader.partialResults && html`<p class="notice">Solr stopped before it had looked at everything: there may be more than this.</p>`}
      ${docs.length > 0 && html`<${Hits} collection=${collection} params=${found.params} answer=${answer} first=${first} busy=${busy} />`}
      ${docs.length === 0 && count === 0 && html`<${Empty} collection=${collection} params=${params} />`}
      ${docs.length === 0 && count > 0 && html`<${PastTheEnd} params=${params} />`}
      <${Pages} params=${params} found=${count} />
    </div>
  </div>`;
}

function Broken({ params }) {
  const { problem, query } = readWords(params.get('q') ?? '');
  return problem && html`<p class="notice" role="status">This cannot be read as a query: ${problem}. ${query ? html`The words <q dir="auto">${query}</q> were looked for instead.` : 'There are no words in it, so everything is shown.'}</p>`;
}

const ORDERS = { relevance: 'Relevance', date: 'Newest', oldest: 'Oldest', doubt: 'Doubt: least certain' };

function Sort({ collection, params }) {
  const dated = has(collection, collection.date);
  const scored = has(collection, collection.tag.score);
  const possible = Object.entries(ORDERS).filter(([name]) => (name === 'doubt' ? scored : name === 'relevance' || dated));
  const set = (event) => go('search', withParams(params, { sort: event.target.value === 'relevance' ? null : event.target.value, page: null }));
  return html`<label class="sort">Sort by <select onChange=${set} value=${params.get('sort') ?? 'relevance'}>
    ${possible.map(([name, words]) => html`<option key=${name} value=${name}>${words}</option>`)}
  </select></label>`;
}

// The range of dates cuts the time into bars: where it has grown, a second request is due.
async function search(collection, params, signal) {
  const ask = (span) => withoutMissing(collection, () => tell('/select', searchBody(collection, params, span), {}, { signal }));
  const asked = spanOf(collection, params);
  const answer = await ask(asked);
  collection.dates = answer.facets?.all ?? null;
  const span = spanOf(collection, params);
  const again = JSON.stringify(span) !== JSON.stringify(asked) ? await ask(span) : answer;
  return { answer: again, span, params };
}

function spanOf({ dates }, params) {
  const first = params.get('from') || dates?.first;
  const last = params.get('to') || dates?.last;
  return dates?.first && dates?.last ? cut(later(first, dates.first), earlier(last, dates.last)) : null;
}

const later = (a, b) => (new Date(a) > new Date(b) ? a : b);
const earlier = (a, b) => (new Date(a) < new Date(b) ? a : b);
