/* SPDX-License-Identifier: Apache-2.0 */
import { html, useEffect, useState } from './lib.js';

const KEY = 'docket.reviewer';
const MOST_CHARS = 100;
const listeners = new Set();
let remembered;

function stored() {
  try {
    return localStorage.getItem(KEY) ?? '';
  } catch {
    return ''; // a browser that stores nothing: asked again in the next window
  }
}

/** Who reviews: the server knows, or this browser; '' if nobody said. */
export function reviewerOf(collection) {
  remembered ??= stored();
  return collection.reviewer ?? remembered;
}

function remember(name) {
  remembered = name;
  try {
    localStorage.setItem(KEY, name);
  } catch (error) {
    console.warn(error);
  }
  listeners.forEach((listener) => listener(name));
}

/** Who reviews, and a new drawing when that changes. */
export function useReviewer(collection) {
  const [, redraw] = useState(0);
  useEffect(() => {
    const listener = () => redraw((count) => count + 1);
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, []);
  return reviewerOf(collection);
}

/** Asks once who reviews, and shows it from then on. */
export function Reviewer({ collection }) {
  const name = useReviewer(collection);
  const [asking, setAsking] = useState(false);
  if (collection.reviewer) {
    return html`<p class="reviewer">You review as <strong dir="auto">${name}</strong>.</p>`;
  }
  if (name && !asking) {
    return html`<p class="reviewer">You review as <strong dir="auto">${name}</strong>
      <button type="button" class="plain" onClick=${() => setAsking(true)}>Change</button></p>`;
  }
  return html`<${NameForm} name=${name} done=${() => setAsking(false)} />`;
}

function NameForm({ name, done }) {
  const save = (event) => {
    event.preventDefault();
    const typed = new FormData(event.target).get('reviewer').trim();
    if (typed) {
      remember(typed);
      done();
    }
  };
  return html`<form class="reviewer" onSubmit=${save}>
    <label for="reviewer">Who reviews?</label>
    <input id="reviewer" name="reviewer" required maxlength=${MOST_CHARS} autocomplete="name" defaultValue=${name} />
    <button type="submit">That is me</button>
    <small>Your name stands beside what you decide. This browser keeps it.</small>
  </form>`;
}
