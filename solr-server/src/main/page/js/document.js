/* SPDX-License-Identifier: Apache-2.0 */
import { html, useEffect, useRef } from './lib.js';
import { go, href, withParams } from './address.js';
import { useAnswer } from './answers.js';
import { withoutMissing } from './collection.js';
import { ExplainedText } from './explained-text.js';
import { History } from './history.js';
import { opened, titleOf } from './hits.js';
import { useKeys } from './keys.js';
import { ModelSays } from './model-says.js';
import { OtherFields } from './other-fields.js';
import { neighboursBody, PAGE_SIZE } from './query.js';
import { slots } from './slots.js';
import { ask, tell } from './solr.js';
import { sourceText } from './source-text.js';
import { Tag } from './tag.js';
import { Trouble } from './trouble.js';

const CATEGORIES = 20;

/** A document, opened: its text with the words that moved the decision, and all about its tag. */
export function OpenDocument({ collection, params }) {
  const id = params.get('id') ?? '';
  const { value: document, of, error, again } = useAnswer(id, (signal) => read(id, signal));
  const back = href('search', withParams(params, { id: null, n: null, page: pageOf(params) }));
  useEffect(() => opened(id), [id]);
  useKeys([{ key: 'Escape', what: 'Back to the hits', run: () => { location.hash = back; } }]);
  return html`
    <div class="over-document">
      <a href=${back}>← Back to the hits</a>
      <${Neighbours} collection=${collection} params=${params} />
    </div>
    ${error && html`<${Trouble} error=${error} what="The document cannot be read" />`}
    ${document === undefined && !error && html`<p class="waiting">Reading …</p>`}
    ${document === null && of === id && html`<div class="empty"><h1>There is no such document</h1><p>None has the id <code dir="auto">${id}</code>: it was deleted, or never was.</p></div>`}
    ${document && html`<${Opened} collection=${collection} document=${document} again=${again} busy=${of !== id} />`}`;
}

function Opened({ collection, document, again, busy }) {
  const id = String(document[collection.id]);
  const heading = useRef();
  const text = sourceText(collection, document);
  const key = JSON.stringify([id, document._version_]);
  const explained = useAnswer(text.trim() ? key : null, (signal) => explain(text, signal));
  const current = explained.of === key;
  const { Decision } = slots;
  useEffect(() => heading.current.focus({ preventScroll: true }), [id]);
  return html`<article class="document" aria-busy=${busy}>
    <header>
      <h1 ref=${heading} tabindex="-1" dir="auto">${titleOf(collection, document)}</h1>
      <${Tag} collection=${collection} document=${document} />
    </header>
    ${Decision && html`<${Decision} collection=${collection} document=${document} explanation=${current ? explained.value : undefined} changed=${again} />`}
    <section class="narrative" aria-label="Text">
      ${text.trim() ? html`<${ExplainedText} text=${text} explanation=${current ? explained.value.explanation : null} key=${id} />` : html`<p class="note">It has no text, or its text is not stored.</p>`}
    </section>
    <aside aria-label="About the tag">
      ${text.trim() && html`<${ModelSays} collection=${collection} document=${document} explained=${{ ...explained, current }} />`}
      <${History} collection=${collection} document=${document} />
      <${OtherFields} collection=${collection} document=${document} />
    </aside>
  </article>`;
}

async function read(id, signal) {
  const { doc } = await ask('/get', { id, fl: '*' }, { signal });
  return doc ?? null;
}

function explain(text, signal) {
  return tell('/doccat', { text, maxCount: CATEGORIES, explain: true }, {}, { signal });
}

// The page of hits on which it stands now: one may have gone on to the next documents.
function pageOf(params) {
  const page = Math.floor(position(params) / PAGE_SIZE) + 1;
  return page > 1 ? String(page) : null;
}

function position(params) {
  const text = params.get('n') ?? '';
  return /^\d{1,5}$/.test(text) ? Number(text) : -1;
}

/** Links to the hit before and the one behind, where one came here from hits. */
function Neighbours({ collection, params }) {
  const n = position(params);
  const key = n < 0 ? null : params.toString();
  const { value: around, of } = useAnswer(key, (signal) => neighbours(collection, params, n, signal));
  const current = key !== null && of === key;
  const to = (at) => (current && around[at] !== undefined ? withParams(params, { id: around[at], n: String(at) }) : null);
  const step = (at) => () => to(at) && go('document', to(at));
  useKeys([
    { key: 'j', what: 'Next document', run: step(n + 1) },
    { key: 'k', what: 'Document before', run: step(n - 1) },
  ]);
  if (n < 0) {
    return null;
  }
  const link = (at, words, rel) => (to(at) ? html`<a href=${href('document', to(at))} rel=${rel}>${words}</a>` : html`<span class="off">${words}</span>`);
  return html`<nav aria-label="Other hits">${link(n - 1, 'Previous', 'prev')} <span class="place">hit ${n + 1}</span> ${link(n + 1, 'Next', 'next')}</nav>`;
}

async function neighbours(collection, params, n, signal) {
  const answer = await withoutMissing(collection, () => tell('/select', neighboursBody(collection, params, n), {}, { signal }));
  const first = Math.max(n - 1, 0);
  return Object.fromEntries(answer.response.docs.map((document, i) => [first + i, String(document[collection.id])]));
}
