/* SPDX-License-Identifier: Apache-2.0 */
import { html, useEffect, useState } from './lib.js';

let listener = () => {};

/** Says something to those who listen to the page instead of looking at it. */
export function say(words) {
  listener(words);
}

/** The place that screen readers watch. */
export function Announcer() {
  const [words, setWords] = useState('');
  useEffect(() => {
    listener = setWords;
  }, []);
  return html`<p class="hidden" role="status" aria-live="polite">${words}</p>`;
}
