/* SPDX-License-Identifier: Apache-2.0 */
import { html, useEffect } from './lib.js';
import { href, withParams } from './address.js';
import { day } from './format.js';
import { Highlighted } from './marks.js';
import { searched } from './query.js';
import { useKeys } from './keys.js';
import { Tag } from './tag.js';

let last = null;

/** Says which document was opened: coming back, one finds oneself there. */
export function opened(id) {
  last = id;
}

/** What stands above a document: what the first facet says of it (the company), else its id. */
export function titleOf(collection, document) {
  const value = [document[collection.facets[0]] ?? ''].flat().join(', ');
  return value.trim() ? value : String(document[collection.id]);
}

/** The hits of a page, in order; `first` is the place of the first of them, from 0; `busy`: newer ones come. */
export function Hits({ collection, params, answer, first, busy }) {
  useKeys(hitKeys());
  const { docs } = answer.response;
  useEffect(() => comeBack(busy), [answer, busy]);
  return html`<ol class="hits" start=${first + 1}>
    ${docs.map((document, i) => {
      const id = document[collection.id];
      const snippets = answer.highlighting?.[id] ?? {};
      const to = href('document', withParams(params, { id, n: String(first + i), page: null }));
      return html`<li key=${id} data-id=${id}><${Hit} collection=${collection} document=${document} snippets=${snippets} to=${to} /></li>`;
    })}
  </ol>`;
}

function Hit({ collection, document, snippets, to }) {
  const { id, date, facets } = collection;
  const title = titleOf(collection, document);
  const rest = facets.slice(1).flatMap((field) => document[field] ?? []).map(String);
  return html`<article class="hit">
    <${Tag} collection=${collection} document=${document} />
    <h3><a href=${to} dir="auto">${title}</a></h3>
    <p class="snippet" dir="auto">${snippetsOf(collection, snippets)}</p>
    <p class="meta">
      ${document[date] && html`<time datetime=${document[date]}>${day(document[date])}</time>`}
      ${rest.map((value) => html`<span dir="auto">${value}</span>`)}
      ${title !== String(document[id]) && html`<span class="id" dir="auto">${String(document[id])}</span>`}
    </p>
  </article>`;
}

function comeBack(busy) {
  const items = last === null ? [] : [...document.querySelectorAll('.hits > li')];
  const item = items.find(({ dataset }) => dataset.id === last);
  item?.querySelector('h3 a').focus();
  if (item || !busy) {
    last = null;
  }
}

function snippetsOf(collection, snippets) {
  const parts = searched(collection).flatMap((field) => snippets[field] ?? []).filter((part) => part.trim());
  return parts.length > 0 ? parts.map((part, i) => html`${i > 0 && ' … '}<${Highlighted} text=${part} />`) : html`<em>No text.</em>`;
}

// Moves what has the focus, so that a screen reader goes along.
function hitKeys() {
  const down = () => move(1);
  const up = () => move(-1);
  return [
    { key: 'j', what: 'Next hit', run: down },
    { key: 'k', what: 'Hit before', run: up },
    { key: 'ArrowDown', run: down },
    { key: 'ArrowUp', run: up },
    { key: 'Enter', what: 'Open the hit', run: () => {} },
  ];
}

function move(step) {
  const links = [...document.querySelectorAll('.hits h3 a')];
  const current = links.findIndex((link) => link.closest('li').contains(document.activeElement));
  const next = links[current < 0 ? (step > 0 ? 0 : links.length - 1) : current + step];
  next?.focus({ preventScroll: true });
  next?.closest('li').scrollIntoView({ block: 'nearest' });
}
