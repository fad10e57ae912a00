/* SPDX-License-Identifier: Apache-2.0 */
import { html, useState } from './lib.js';
import { moved, points } from './format.js';
import { LEAST_WEIGHT } from './explained-text.js';

const SHOWN = 8;

/** The words that moved the decision, the strongest first, with how far. */
export function WordsList({ explanation, category }) {
  const [all, setAll] = useState(false);
  const words = explanation.filter(({ weight }) => Math.abs(weight) >= LEAST_WEIGHT).sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  if (words.length === 0) {
    return html`<p class="note">No single word moves it by as much as ${points(LEAST_WEIGHT)}.</p>`;
  }
  const most = Math.abs(words[0].weight);
  return html`<p class="note">How far the probability of ${category} falls (+) or rises (−) without the word, in percentage points.</p>
    <ol class="words">
      ${(all ? words : words.slice(0, SHOWN)).map(({ text, weight }) => html`<li key=${text}>
        <span class="what" dir="auto">${text}</span>
        <span class=${`bar ${weight > 0 ? 'for' : 'against'}`} aria-hidden="true"><span style=${{ width: `${(Math.abs(weight) / most) * 100}%` }}></span></span>
        <span class="figure" title=${moved(weight)}>${points(weight)}</span>
      </li>`)}
    </ol>
    ${words.length > SHOWN && html`<button type="button" class="plain" aria-expanded=${all} onClick=${() => setAll(!all)}>${all ? 'Fewer' : `${words.length - SHOWN} more …`}</button>`}`;
}
