/* SPDX-License-Identifier: Apache-2.0 */
import { html } from './lib.js';
import { reviewedFields } from './decision.js';

const TYPES = { at: 'pdate', modelScore: 'pdouble' };

/** What a collection lacks to remember decisions, and what to add. */
export function MissingFields({ collection }) {
  const { reviewed, tag } = collection;
  const there = reviewedFields(collection);
  const missing = Object.entries(reviewed).filter(([, name]) => !there.includes(name));
  const lines = missing.map(([part, name]) => `<field name="${name}" type="${TYPES[part] ?? 'string'}"/>`);
  return html`
    ${lines.length > 0 && html`<details class="notice missing-fields">
      <summary>Who decided, when, and what the model had said is not kept: ${lines.length === 1 ? 'a field is' : 'fields are'} missing.</summary>
      <p>Decisions still work. To keep all of it, add to the schema of the collection, and reload it:</p>
      <pre><code>${lines.join('\n')}</code></pre>
    </details>`}
    ${!tag.source && html`<p class="notice">No field says whether a tag is a model’s or a person’s: set <code>doccat.sourceField</code>, or decided documents may come again.</p>`}`;
}
