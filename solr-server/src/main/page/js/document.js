/* SPDX-License-Identifier: Apache-2.0 */
import { html } from './lib.js';
import { href, withParams } from './address.js';
import { useAnswer } from './answers.js';
import { slots } from './slots.js';
import { ask } from './solr.js';
import { Tag } from './tag.js';
import { Trouble } from './trouble.js';

/** A document, opened. */
export function OpenDocument({ collection, params }) {
  const id = params.get('id') ?? '';
  const { value: document, error, again } = useAnswer(id, (signal) => read(id, signal));
  const back = href('search', withParams(params, { id: null, n: null }));
  const { Decision } = slots;
  return html`
    <p><a href=${back}>Back to the hits</a></p>
    <h1 dir="auto">${id}</h1>
    ${error && html`<${Trouble} error=${error} what="The document cannot be read" />`}
    ${document === null && html`<p>There is no document with this id: it was deleted, or never was.</p>`}
    ${document && html`<${Tag} collection=${collection} document=${document} />
      ${Decision && html`<${Decision} collection=${collection} document=${document} changed=${again} />`}
      ${collection.texts.map((field) => html`<p class="text" dir="auto">${document[field]}</p>`)}`}`;
}

async function read(id, signal) {
  const { doc } = await ask('/get', { id, fl: '*' }, { signal });
  return doc ?? null;
}
