/* SPDX-License-Identifier: Apache-2.0 */
import { html, useState } from './lib.js';
import { go, toggled } from './address.js';
import { number } from './format.js';
import { FacetFinder } from './facet-finder.js';

const SHOWN = 8;

/**
 * The values of a facet to choose from.
 *
 * @param {{name, value, label, count, chosen}[]} counts
 * @param {?object} finder what looks for values that are not among them: {collection, params, facet}
 */
export function Facet({ title, counts, params, finder, draw = (label) => label }) {
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState('');
  if (counts.length === 0) {
    return null;
  }
  const first = counts.filter(({ chosen, none }, i) => i < SHOWN || chosen || none);
  const shown = open ? counts : first;
  const items = shown.map((one) => html`<${Choice} key=${`${one.name} ${one.value}`} one=${one} params=${params} draw=${draw} />`);
  return html`<fieldset class=${`facet${open ? ' long' : ''}`}>
    <legend>${title}</legend>
    ${open && (counts.length > 2 * SHOWN || finder) && html`<input type="search" class="narrow" value=${wanted} aria-label=${`${title}: find`} placeholder="Find …" onInput=${(event) => setWanted(event.target.value)} />`}
    ${wanted.trim() && open
      ? html`<${FacetFinder} ...${finder} counts=${counts} wanted=${wanted.trim()} choice=${(one) => html`<${Choice} key=${one.value} one=${one} params=${params} draw=${draw} />`} />`
      : html`<ul>${items}</ul>`}
    ${(counts.length > first.length || open) && html`<button type="button" class="plain more" aria-expanded=${open} onClick=${() => setOpen(!open)}>${open ? 'Fewer' : `${finder ? 'More' : `${counts.length - first.length} more`} …`}</button>`}
  </fieldset>`;
}

function Choice({ one, params, draw }) {
  const { name, value, label, count, chosen } = one;
  return html`<li><label class=${count === 0 ? 'zero' : ''}>
    <input type="checkbox" checked=${chosen} onChange=${() => go('search', toggled(params, name, value))} />
    <span class="value" dir="auto">${one.none ? html`<em>none</em>` : draw(label)}</span> <span class="count">${number(count)}</span>
  </label></li>`;
}
