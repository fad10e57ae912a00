/* SPDX-License-Identifier: Apache-2.0 */
import { html } from './lib.js';
import { useAnswer } from './answers.js';
import { withoutMissing } from './collection.js';
import { counted } from './format.js';
import { Hits } from './hits.js';
import { pageOf, PAGE_SIZE, searchBody } from './query.js';
import { tell } from './solr.js';
import { Trouble } from './trouble.js';
import { SearchBox } from './search-box.js';

/** The view to search. */
export function Search({ collection, params }) {
  const { value: answer, error } = useAnswer(params.toString(), (signal) => search(collection, params, signal));
  return html`
    <h1 class="hidden">Search</h1>
    <${SearchBox} params=${params} />
    ${error && html`<${Trouble} error=${error} what="This cannot be searched" />`}
    ${answer && html`<h2>${counted(answer.response.numFound, 'document')}</h2>
      <${Hits} collection=${collection} params=${params} answer=${answer} first=${(pageOf(params) - 1) * PAGE_SIZE} />`}`;
}

function search(collection, params, signal) {
  return withoutMissing(collection, () => tell('/select', searchBody(collection, params, null), {}, { signal }));
}
