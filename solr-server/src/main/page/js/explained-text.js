/* SPDX-License-Identifier: Apache-2.0 */
import { html, useState } from './lib.js';
import { moved } from './format.js';

/** A word that changes the probability by less says nothing worth a mark. */
export const LEAST_WEIGHT = 0.002;
const STRONG = 0.1;
const MEDIUM = 0.03;
const MOST_WORDS = 24;
// Stops of the tab key; all weights stand in the list of words too.
const MOST_STOPS = 20;
const SHOWN_CHARS = 100_000;

/** A text with the words that moved the decision marked; `explanation` as /doccat tells it. */
export function ExplainedText({ text, explanation }) {
  const [whole, setWhole] = useState(false);
  const shown = whole || text.length <= SHOWN_CHARS ? text : text.slice(0, SHOWN_CHARS);
  return html`<div class="text" dir="auto">${pieces(shown, places(explanation ?? [], shown.length))}</div>
    ${shown.length < text.length && html`<p><button type="button" onClick=${() => setWhole(true)}>Show the whole text</button></p>`}`;
}

// In the order of the text; a place that does not fit is left out.
function places(explanation, length) {
  const found = explanation
    .filter(({ weight }) => Math.abs(weight) >= LEAST_WEIGHT)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, MOST_WORDS)
    .flatMap(({ weight, places: all }) => (all ?? []).map(({ start, end }) => ({ start, end, weight })))
    .sort((a, b) => a.start - b.start);
  let last = 0;
  return found.filter(({ start, end }) => {
    const fits = start >= last && end > start && end <= length;
    last = fits ? end : last;
    return fits;
  });
}

function pieces(text, found) {
  let last = 0;
  let stops = 0;
  const parts = found.flatMap(({ start, end, weight }) => {
    const before = text.slice(last, start);
    const strong = Math.abs(weight) >= MEDIUM;
    last = end;
    return [before, html`<${Word} text=${text.slice(start, end)} weight=${weight} stop=${strong && stops++ < MOST_STOPS} />`];
  });
  return [...parts, text.slice(last)];
}

function Word({ text, weight, stop }) {
  const size = Math.abs(weight) >= STRONG ? 'strong' : Math.abs(weight) >= MEDIUM ? 'medium' : 'weak';
  const told = moved(weight);
  return html`<mark class=${`word ${weight > 0 ? 'for' : 'against'} ${size}`} tabindex=${stop ? 0 : null} data-told=${told}>${text}<span class="hidden"> (${told})</span></mark>`;
}
