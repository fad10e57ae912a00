/* SPDX-License-Identifier: Apache-2.0 */
import { html } from './lib.js';
import { day, time } from './format.js';
import { label } from './query.js';
import { sourceFields } from './source-text.js';

const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

/** What else a document holds, beside its text and its tag. */
export function OtherFields({ collection, document }) {
  const told = new Set([...sourceFields(collection, document), ...Object.values(collection.tag), ...Object.values(collection.reviewed), '_version_', '_root_']);
  const fields = Object.keys(document).filter((field) => !told.has(field));
  return html`<section>
    <h2>Other fields</h2>
    <dl class="fields">${fields.map((field) => html`<div key=${field}><dt dir="auto">${label(field)}</dt><dd dir="auto">${[document[field]].flat().map(shown).join(' · ')}</dd></div>`)}</dl>
  </section>`;
}

function shown(value) {
  if (typeof value === 'string' && ISO.test(value)) {
    return value.includes('T00:00:00') ? day(value) : time(value);
  }
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
