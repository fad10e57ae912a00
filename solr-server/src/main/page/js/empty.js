/* SPDX-License-Identifier: Apache-2.0 */
import { html } from './lib.js';
import { href, withParams } from './address.js';
import { choices } from './chips.js';

/** What to do where nothing is found. */
export function Empty({ collection, params }) {
  const words = params.get('q');
  const chosen = choices(collection, params);
  const without = withParams(params, { ...Object.fromEntries(chosen.map(({ name }) => [name, null])), page: null });
  if (!words && chosen.length === 0) {
    return params.has('page') ? html`<${PastTheEnd} params=${params} />` : html`<${NothingYet} collection=${collection} />`;
  }
  return html`<div class="empty">
    <h2>Nothing found</h2>
    <p>No document has ${words ? html`all of the words <q dir="auto">${words}</q>` : 'what was chosen'}${words && chosen.length > 0 ? ' with what was chosen' : ''}.</p>
    <ul>
      ${chosen.length > 0 && html`<li><a href=${href('search', without)}>Look again without ${chosen.length === 1 ? 'the filter' : `the ${chosen.length} filters`}</a></li>`}
      ${words && html`<li>Try fewer or other words. A document must have all of them; <code>OR</code> between two means either.</li>`}
      ${words && html`<li><a href=${href('search', withParams(params, { q: null, page: null }))}>Look again without the words</a></li>`}
    </ul>
  </div>`;
}

export function PastTheEnd({ params }) {
  return html`<div class="empty"><h2>There are not so many pages</h2>
    <p><a href=${href('search', withParams(params, { page: null }))}>Go to the first page</a></p></div>`;
}

function NothingYet({ collection }) {
  const solr = new URL(collection.solr, location.href).href;
  return html`<div class="empty">
    <h2>The collection is empty</h2>
    <p>Index something, for example a CSV file with a column <code>${collection.texts[0]}</code>:</p>
    <pre tabindex="0"><code>docket index --input complaints.csv --solr ${solr}</code></pre>
    <p>What was just indexed can be found after a few seconds, when Solr has committed it. This page looks again when you <button type="button" class="plain" onClick=${() => location.reload()}>load it again</button>.</p>
  </div>`;
}
