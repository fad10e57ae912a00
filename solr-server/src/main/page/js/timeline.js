/* SPDX-License-Identifier: Apache-2.0 */
import { html, useRef, useState } from './lib.js';
import { go, toggled } from './address.js';
import { bucketLabel, bucketName } from './dates.js';
import { counted, number } from './format.js';
import { colour } from './colours.js';
import { Category } from './tag.js';

// Drawn by hand and not by a library of charts: forty stacked bars are a few lines, and so each is
// a real button, that the keyboard reaches, a screen reader names and the page's colours draw.

const LAYERS = 8;

/** The bars of time with their counts: {name, value, label, count, chosen, by}. */
export function timeCounts(params, facets, span) {
  const chosen = params.getAll('when');
  return (facets.time?.buckets ?? []).map(({ val, count, by }) => {
    const value = bucketName(val, span.size);
    return { name: 'when', value, label: bucketLabel(val, span.size), count, chosen: chosen.includes(value), by: by?.buckets ?? [] };
  });
}

/** How many documents there are over time, by category: bars to choose. */
export function Timeline({ collection, params, facets, span }) {
  const counts = timeCounts(params, facets, span);
  const layers = layersOf(collection, counts);
  const undated = facets.undated?.count ?? 0;
  if (counts.length < 2 && undated === 0) {
    return null;
  }
  return html`<section class="timeline" aria-labelledby="timeline-title">
    <h2 id="timeline-title">By ${span.unit}</h2>
    <${Bars} collection=${collection} params=${params} counts=${counts} layers=${layers} />
    <${Legend} collection=${collection} layers=${layers} counts=${counts} />
    ${undated > 0 && html`<p class="note">${counted(undated, 'more document has', 'more documents have')} no date.</p>`}
    <${AsTable} span=${span} counts=${counts} layers=${layers} />
  </section>`;
}

// The most frequent categories, in the order in which they always stand.
function layersOf(collection, counts) {
  const sums = new Map();
  counts.forEach(({ by }) => by.forEach(({ val, count }) => sums.set(String(val), (sums.get(String(val)) ?? 0) + count)));
  const place = (category) => (collection.categories.includes(category) ? collection.categories.indexOf(category) : collection.categories.length);
  return [...sums]
    .sort((a, b) => b[1] - a[1])
    .slice(0, sums.size <= LAYERS + 1 ? LAYERS + 1 : LAYERS)
    .map(([category]) => category)
    .sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
}

function parts(layers, { by, count }) {
  const found = layers.map((layer) => ({ layer, count: by.find(({ val }) => String(val) === layer)?.count ?? 0 }));
  const rest = count - found.reduce((sum, one) => sum + one.count, 0);
  return [...found, { layer: null, count: rest }].filter((one) => one.count > 0);
}

const layerName = (layer) => layer ?? 'other or none';

function Bars({ collection, params, counts, layers }) {
  const [at, setAt] = useState(0);
  const list = useRef();
  const highest = Math.max(...counts.map(({ count }) => count), 1);
  const current = Math.min(at, counts.length - 1);
  const move = (event) => {
    const to = { ArrowLeft: current - 1, ArrowRight: current + 1, Home: 0, End: counts.length - 1 }[event.key];
    if (counts[to] && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      setAt(to);
      list.current.querySelectorAll('button')[to].focus();
    }
  };
  // One stop for the tab key; arrows go from bar to bar.
  return html`<div class="chart"><span class="highest" aria-hidden="true">${number(highest)}</span>
    <ol class="bars" ref=${list} onKeyDown=${move} aria-label="Bars: arrow keys go from one to the next">
    ${counts.map((one, i) => html`<li key=${one.value}>
      <button type="button" aria-pressed=${one.chosen} tabindex=${i === current ? 0 : -1} title=${told(one, layers)} aria-label=${told(one, layers)} onFocus=${() => setAt(i)} onClick=${() => go('search', toggled(params, 'when', one.value))}>
        <span class="stack" style=${{ height: `${(one.count / highest) * 100}%` }}>
          ${parts(layers, one).map(({ layer, count }) => html`<span key=${layer} class=${layer === null ? 'rest' : colour(collection, layer)} style=${{ flexGrow: count }}></span>`)}
        </span>
      </button>
    </li>`)}
  </ol><${Axis} counts=${counts} /></div>`;
}

function told(one, layers) {
  const by = parts(layers, one).map(({ layer, count }) => `${layerName(layer)} ${number(count)}`);
  return `${one.label}: ${[counted(one.count, 'document'), ...by].join(', ')}`;
}

function Axis({ counts }) {
  const ends = counts.length > 1 ? [counts[0], counts[Math.floor((counts.length - 1) / 2)], counts.at(-1)] : counts;
  const labels = counts.length > 2 ? ends : counts;
  return html`<div class="axis" aria-hidden="true">${labels.map(({ label }) => html`<span key=${label}>${label}</span>`)}</div>`;
}

function Legend({ collection, layers, counts }) {
  const rest = counts.some((one) => parts(layers, one).some(({ layer }) => layer === null));
  return html`<ul class="legend" aria-label="Colours">
    ${layers.map((layer) => html`<li key=${layer}><${Category} collection=${collection} name=${layer} /></li>`)}
    ${rest && html`<li><span class="category"><span class="swatch rest" aria-hidden="true"></span>${layerName(null)}</span></li>`}
  </ul>`;
}

function AsTable({ span, counts, layers }) {
  const [open, setOpen] = useState(false);
  const columns = [...layers, null];
  const cell = (one, layer) => parts(layers, one).find((part) => part.layer === layer)?.count ?? 0;
  return html`<details class="as-table" onToggle=${(event) => setOpen(event.currentTarget.open)}>
    <summary>As a table</summary>
    ${open && html`<div class="scroll" tabindex="0" role="region" aria-label="Documents over time, as a table"><table>
      <thead><tr><th scope="col">${span.unit}</th><th scope="col">all</th>${columns.map((layer) => html`<th scope="col" key=${layer} dir="auto">${layerName(layer)}</th>`)}</tr></thead>
      <tbody>${counts.map((one) => html`<tr key=${one.value}><th scope="row">${one.label}</th><td>${number(one.count)}</td>${columns.map((layer) => html`<td key=${layer}>${number(cell(one, layer))}</td>`)}</tr>`)}</tbody>
    </table></div>`}
  </details>`;
}
