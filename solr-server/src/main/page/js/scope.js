/* SPDX-License-Identifier: Apache-2.0 */
import { html } from './lib.js';
import { href } from './address.js';

const OWN_PARAMS = ['list', 'reason'];
const NOT_A_FILTER = [...OWN_PARAMS, 'sort', 'page', 'id', 'n'];

function keeping(params, isKept) {
  return new URLSearchParams([...params].filter(([name]) => isKept(name)));
}

/** The search that the person came from, if it leaves anything out; and the way out of it. */
export function Scope({ view, params }) {
  const filters = [...params].filter(([name]) => !NOT_A_FILTER.includes(name));
  if (filters.length === 0) {
    return null;
  }
  const search = keeping(params, (name) => !OWN_PARAMS.includes(name));
  const all = keeping(params, (name) => OWN_PARAMS.includes(name));
  return html`<p class="scope">Only what your search finds: <strong dir="auto">${filters.map(([, value]) => value).join(' · ')}</strong>.
    ${' '}<a href=${href('search', search)}>Change it</a> · <a href=${href(view, all)}>All documents</a></p>`;
}
