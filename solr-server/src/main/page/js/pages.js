/* SPDX-License-Identifier: Apache-2.0 */
import { html } from './lib.js';
import { href, withParams } from './address.js';
import { number } from './format.js';
import { DEEPEST, PAGE_SIZE, pageOf } from './query.js';

/** Links to the pages of hits around this one, and to both ends. */
export function Pages({ params, found }) {
  const last = Math.ceil(Math.min(found, DEEPEST) / PAGE_SIZE);
  const page = pageOf(params);
  if (last < 2 && page === 1) {
    return null;
  }
  const to = (wanted) => href('search', withParams(params, { page: wanted === 1 ? null : String(wanted) }));
  const around = [1, page - 1, page, page + 1, last].filter((one, i, all) => one >= 1 && one <= last && all.indexOf(one) === i);
  return html`<nav class="pages" aria-label="Pages of hits"><ul>
    ${page > 1 && html`<li><a href=${to(Math.min(page - 1, last))} rel="prev">Previous</a></li>`}
    ${around.map((one, i) => html`<li key=${one}>${i > 0 && one > around[i - 1] + 1 && html`<span aria-hidden="true">…</span>`}<a href=${to(one)} aria-current=${one === page ? 'page' : null} aria-label=${`Page ${number(one)}`}>${number(one)}</a></li>`)}
    ${page < last && html`<li><a href=${to(page + 1)} rel="next">Next</a></li>`}
  </ul>
  ${found > DEEPEST && page === last && html`<p class="note">These are the first ${number(DEEPEST)} of ${number(found)}. To see others, narrow the search or sort it another way.</p>`}
  </nav>`;
}
