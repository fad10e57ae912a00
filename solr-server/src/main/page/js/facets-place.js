/* SPDX-License-Identifier: Apache-2.0 */
import { html, useEffect, useState } from './lib.js';
import { Facets } from './facets.js';
import { choices } from './chips.js';

const WIDE = matchMedia('(min-width: 60rem)');

/** Beside the hits where there is room, else behind a button. */
export function FacetsPlace(props) {
  const wide = useWide();
  const chosen = choices(props.collection, props.params).length;
  if (wide) {
    return html`<aside class="beside" aria-label="Filters"><${Facets} ...${props} /></aside>`;
  }
  return html`<details class="filters"><summary>Filters${chosen > 0 ? ` (${chosen})` : ''}</summary><${Facets} ...${props} /></details>`;
}

function useWide() {
  const [wide, setWide] = useState(WIDE.matches);
  useEffect(() => {
    const listener = () => setWide(WIDE.matches);
    WIDE.addEventListener('change', listener);
    return () => WIDE.removeEventListener('change', listener);
  }, []);
  return wide;
}
