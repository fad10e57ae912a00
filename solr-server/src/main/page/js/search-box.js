/* SPDX-License-Identifier: Apache-2.0 */
import { html, useEffect, useRef } from './lib.js';
import { go, withParams } from './address.js';
import { useKeys } from './keys.js';

/** Where one types what to look for. */
export function SearchBox({ params }) {
  const field = useRef();
  const words = params.get('q') ?? '';
  useEffect(() => {
    field.current.value = words;
  }, [words]);
  useKeys([
    { key: '/', what: 'Go to the search box', run: () => field.current.select() },
  ]);
  const leave = (event) => {
    if (event.key === 'Escape' && field.current.value === '') {
      field.current.blur();
    }
  };
  const submit = (event) => {
    event.preventDefault();
    go('search', withParams(params, { q: field.current.value.trim(), page: null }));
  };
  return html`<search><form class="search" onSubmit=${submit}>
    <label class="hidden" for="words">Words to look for</label>
    <input id="words" ref=${field} type="search" placeholder="Words to look for" autocomplete="off" spellcheck=${false} aria-keyshortcuts="/" onKeyDown=${leave} />
    <button type="submit">Search</button>
  </form></search>`;
}
