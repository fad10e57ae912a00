/* SPDX-License-Identifier: Apache-2.0 */
import { html } from './lib.js';
import { share } from './format.js';
import { Category, Confidence, reason } from './tag.js';
import { WordsList } from './words-list.js';

const SHOWN = 5;

/** What the model in service says of the text: categories with probabilities, words that moved it. */
export function ModelSays({ collection, document, explained }) {
  const { value: said, error, current } = explained;
  if (error && !current) {
    return html`<section><h2>The model</h2><p class="note">It cannot be asked about this text: ${error.message}</p></section>`;
  }
  if (!current) {
    return html`<section aria-busy="true"><h2>The model</h2><p class="note">Asking the model …</p></section>`;
  }
  const likeliest = (said.best ?? said.categories?.[0])?.category;
  return html`<section>
    <h2>What the model says</h2>
    <p class="verdict">${today(collection, document, said)}</p>
    <${Probabilities} collection=${collection} categories=${said.categories ?? []} />
    ${said.truncated && html`<p class="note">The text is longer than the model reads: it judged by the beginning.</p>`}
    <p class="note">Model <code>${said.model?.name} ${said.model?.sha256?.slice(0, 12)}</code>; knows ${said.knownTokens} of ${said.tokens} words.</p>
  </section>
  <section>
    <h2>Words that moved it</h2>
    ${likeliest ? html`<${WordsList} explanation=${said.explanation ?? []} category=${likeliest} />` : html`<p class="note">It has no category.</p>`}
  </section>`;
}

/** Whether the model in service would say something else than what stands in the index. */
function today(collection, document, said) {
  const { tag } = collection;
  const now = said.tag?.[tag.category];
  const stands = document[tag.category];
  const person = document[tag.source] === 'human';
  const sure = typeof said.tag?.[tag.score] === 'number' ? ` (${share(said.tag[tag.score])})` : '';
  if (!now) {
    const why = reason(said.tag?.[tag.review]) || 'abstained';
    return stands ? html`The model in service would give <strong>no category</strong>: ${why}.` : html`The model in service gives no category: ${why}.`;
  }
  if (now === stands) {
    return html`The model in service says ${person ? 'the same as the person' : 'the same today'}${sure}.`;
  }
  return html`The model in service ${person ? 'says' : 'would say'} <strong>something else</strong>: <${Category} collection=${collection} name=${now} />${sure}.`;
}

function Probabilities({ collection, categories }) {
  return html`<ol class="probabilities">
    ${categories.slice(0, SHOWN).map(({ category, probability }) => html`<li key=${category}>
      <${Category} collection=${collection} name=${category} /><${Confidence} value=${probability} label="probability" />
    </li>`)}
  </ol>`;
}
