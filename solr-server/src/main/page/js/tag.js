/* SPDX-License-Identifier: Apache-2.0 */
import { html } from './lib.js';
import { colour } from './colours.js';
import { share } from './format.js';

// The reasons of docs/solr.md, for people.
const REASONS = {
  __proto__: null, // what is looked up comes from the index, where it may be called __proto__
  failed: 'the model failed',
  abstained: 'the text says nothing to the model',
  'not-allowed': 'the best category is not allowed',
  'below-threshold': 'not sure enough',
  truncated: 'longer than the model reads',
};

/** Why somebody should look at it, in words. */
export function reason(review) {
  return [review].flat().filter(Boolean).map((one) => REASONS[one] ?? one.replace(/-/g, ' ')).join(', ');
}

/** The name of a category beside its colour. */
export function Category({ collection, name }) {
  return html`<span class="category"><span class=${`swatch ${colour(collection, name)}`} aria-hidden="true"></span><span dir="auto">${name}</span></span>`;
}

/** A probability as a bar and in figures. */
export function Confidence({ value, label = 'confidence' }) {
  const width = `${Math.min(Math.max(value, 0), 1) * 100}%`;
  return html`<span class="confidence">
    <span class="bar" aria-hidden="true"><span style=${{ width }}></span></span>
    <span class="figure"><span class="hidden">${label} </span>${share(value)}</span>
  </span>`;
}

const VERDICTS = { __proto__: null, accepted: 'accepted', corrected: 'corrected', assigned: 'assigned' };

function Who({ collection, document }) {
  const { tag, reviewed } = collection;
  if (document[tag.source] !== 'human') {
    return document[tag.source] ? html`<span class="who">model</span>` : null;
  }
  const by = document[reviewed.by] ?? 'a person';
  return html`<span class="who person"><span>${VERDICTS[document[reviewed.verdict]] ?? 'set'} by <bdi>${by}</bdi></span></span>`;
}

/** The tag of a document: category, how sure, whose, and why to look at it. */
export function Tag({ collection, document }) {
  const { tag } = collection;
  const category = document[tag.category];
  const score = document[tag.score];
  const review = reason(document[tag.review]);
  return html`<p class="tag">
    ${category ? html`<${Category} collection=${collection} name=${category} />` : html`<span class="category none">No category</span>`}
    ${typeof score === 'number' && html`<${Confidence} value=${score} />`}
    <${Who} collection=${collection} document=${document} />
    ${review && html`<span class="review">To look at: ${review}</span>`}
  </p>`;
}
