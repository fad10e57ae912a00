/* SPDX-License-Identifier: Apache-2.0 */
import { html } from './lib.js';
import { MARK } from './query.js';

/** A text in which the highlighter put control characters around words: with these words marked. */
export function Highlighted({ text }) {
  return text.split(MARK.open).map((part, i) => {
    const [inside, ...rest] = i > 0 ? part.split(MARK.close) : [null, part];
    return html`${inside !== null && html`<mark>${inside}</mark>`}${rest.join('')}`;
  });
}
