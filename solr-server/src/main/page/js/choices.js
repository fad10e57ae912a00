/* SPDX-License-Identifier: Apache-2.0 */
import { html } from './lib.js';
import { value } from './decision.js';
import { Category, Confidence } from './tag.js';

/** The most probable categories, a key each. */
export function Choices({ collection, item, choose }) {
  const stood = value(item.document, collection.tag.category);
  return html`<ol class="choices" aria-label="Categories to choose from">
    ${item.choices.map(({ category, probability }, i) => html`<li key=${category}>
      <button type="button" class=${category === stood ? 'choice stands' : 'choice'} onClick=${() => choose(category)}>
        <kbd aria-hidden="true">${i + 1}</kbd>
        <${Category} collection=${collection} name=${category} />
        ${typeof probability === 'number' && html`<${Confidence} value=${probability} label="probability" />`}
        ${category === stood && html`<span class="hidden">, its tag now</span>`}
      </button></li>`)}
  </ol>`;
}
