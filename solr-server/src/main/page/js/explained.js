/* SPDX-License-Identifier: Apache-2.0 */
import { html } from './lib.js';

/** Places that lie in the text and not in one another, from its beginning, with their weights. */
function placesIn(text, explanation) {
  const all = explanation.flatMap(({ weight, places }) => places.map((place) => ({ ...place, weight })));
  let end = 0;
  return all
    .sort((one, other) => one.start - other.start || other.end - one.end)
    .filter((place) => {
      const fits = place.start >= end && place.end > place.start && place.end <= text.length;
      end = fits ? place.end : end;
      return fits;
    });
}

/** How strong a mark is, of four, beside the strongest. */
function strength(weight, strongest) {
  return Math.max(1, Math.ceil((Math.abs(weight) / strongest) * 4));
}

/** A text with the words marked that moved the decision: for it, and against it. */
export function ExplainedText({ text, explanation = [] }) {
  const places = placesIn(text, explanation).filter(({ weight }) => weight !== 0);
  const strongest = Math.max(...places.map(({ weight }) => Math.abs(weight)), Number.MIN_VALUE);
  const parts = [];
  let end = 0;
  for (const { start, end: next, weight } of places) {
    const side = weight > 0 ? 'for' : 'against';
    parts.push(text.slice(end, start));
    parts.push(html`<mark class=${`word ${side} s${strength(weight, strongest)}`}>${text.slice(start, next)}</mark>`);
    end = next;
  }
  return html`<div class="text" dir="auto">${parts}${text.slice(end)}</div>`;
}
