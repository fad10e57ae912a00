/* SPDX-License-Identifier: Apache-2.0 */
import { html } from './lib.js';
import { share, time } from './format.js';
import { Category, reason } from './tag.js';

/**
 * The tags that a document had, the newest first. The values come out of the index, where anybody
 * may have written them: what is no object of the kind that Docket writes is shown as it is.
 */
export function History({ collection, document }) {
  const values = [document[collection.tag.history] ?? []].flat();
  return html`<section>
    <h2>History of the tag</h2>
    <ol class="history">
      <li><${Now} collection=${collection} document=${document} /></li>
      ${[...values].reverse().map((value, i) => html`<li key=${values.length - i}><${Former} collection=${collection} value=${value} /></li>`)}
    </ol>
    ${values.length === 0 && html`<p class="note">${collection.tag.history ? 'It has had no other.' : 'The collection keeps no history: doccat.historyField is not set.'}</p>`}
  </section>`;
}

function Now({ collection, document }) {
  const { tag, reviewed } = collection;
  const human = document[tag.source] === 'human';
  return html`<p class="when">Now</p><${Entry} collection=${collection} entry=${{
    category: document[tag.category],
    score: document[tag.score],
    source: document[tag.source],
    model: document[tag.model],
    review: document[tag.review],
    who: human ? document[reviewed.by] : undefined,
  }} />
  ${human && document[reviewed.at] && html`<p class="note">Since ${time(document[reviewed.at])}.</p>`}
  ${human && document[reviewed.model] && html`<p class="note">The model had said <bdi>${document[reviewed.modelCategory] ?? 'no category'}</bdi>${typeof document[reviewed.modelScore] === 'number' ? ` (${share(document[reviewed.modelScore])})` : ''}: <code><bdi>${document[reviewed.model]}</bdi></code></p>`}`;
}

function Former({ collection, value }) {
  const entry = readEntry(value);
  if (!entry) {
    return html`<p class="note">Not written by Docket:</p><p class="raw" dir="auto">${String(value)}</p>`;
  }
  return html`<p class="when">${entry.until === undefined ? 'Before' : html`Until <bdi>${time(text(entry.until))}</bdi>`}</p><${Entry} collection=${collection} entry=${entry} />`;
}

function Entry({ collection, entry }) {
  const { category, score, source, model, review, who } = entry;
  return html`<p class="entry">
    ${category === undefined || category === null ? html`<em>no category</em>` : html`<${Category} collection=${collection} name=${text(category)} />`}
    ${typeof score === 'number' && html` <span class="figure">${share(score)}</span>`}
  </p>
  <p class="note"><${Whose} source=${source} model=${model} who=${who} />${review !== undefined && html` · <bdi>${reason(text(review))}</bdi>`}</p>`;
}

// Each in a place of its own (bdi), so that a text from right to left turns nothing else around.
function Whose({ source, model, who }) {
  if (source === 'human') {
    return html`by <bdi>${who === undefined ? 'a person' : text(who)}</bdi>`;
  }
  return html`${source !== undefined && html`<bdi>${text(source)}</bdi> `}${model !== undefined && html`<code><bdi>${text(model)}</bdi></code>`}`;
}

/** An entry of the history; null for what is none. */
export function readEntry(value) {
  try {
    const entry = JSON.parse(value);
    return entry && typeof entry === 'object' && !Array.isArray(entry) ? entry : null;
  } catch {
    return null;
  }
}

const text = (value) => (typeof value === 'string' ? value : JSON.stringify(value));
