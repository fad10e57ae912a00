/* SPDX-License-Identifier: Apache-2.0 */
import { html } from './lib.js';
import { number, share as shareInWords } from './format.js';

const MOST_AT_FIRST = 30;

/** A share in figures: 97%. */
export function percent(value) {
  return shareInWords(value);
}

const FINDINGS = {
  below: 'less than it claims',
  above: 'more than it claims',
  few: 'too few to say',
  fits: 'fits',
  chance: 'may be chance',
  none: 'none looked at',
  unclaimed: '',
};

/** Rows of agreement: how many were looked at, the share accepted, and what the model claims. */
export function AgreementTable({ id, title, first, rows, name }) {
  if (rows.length === 0) {
    return null;
  }
  const [shown, rest] = [rows.slice(0, MOST_AT_FIRST), rows.slice(MOST_AT_FIRST)];
  const head = html`<thead><tr><th scope="col">${first}</th><th scope="col" class="figures">Looked at</th><th scope="col">Accepted</th><th scope="col" class="figures">Claimed</th></tr></thead>`;
  const body = (some) => html`<tbody>${some.map((row) => html`<${Row} key=${row.key ?? row.name ?? ''} row=${row} name=${name(row)} />`)}</tbody>`;
  const below = rows.filter(({ finding }) => finding === 'below');
  return html`<section id=${`agreement-${id}`} aria-labelledby=${`${id}-title`}>
    <h2 id=${`${id}-title`}>${title}</h2>
    ${below.length > 0 && html`<p class="warning">People accept less than the model claims, beyond chance: <strong dir="auto">${below.map(name).slice(0, 10).join(', ')}${below.length > 10 ? ` and ${below.length - 10} more` : ''}</strong>.</p>`}
    <table class="agreement-table"><caption class="hidden">${title}</caption>${head}${body(shown)}</table>
    ${rest.length > 0 && html`<details><summary>${number(rest.length)} more</summary><table class="agreement-table"><caption class="hidden">${title}, the rest</caption>${head}${body(rest)}</table></details>`}
  </section>`;
}

function Row({ row, name }) {
  const { n, share, low, high, claim, finding, under } = row;
  return html`<tr class=${`${finding}${under ? ' under' : ''}`}>
    <th scope="row" dir="auto">${name}</th>
    <td class="figures">${number(n)}</td>
    <td>${n > 0
      ? html`<span class="share"><strong>${percent(share)}</strong> <small>${percent(low)} to ${percent(high)}</small></span>
        <${Bar} row=${row} />${FINDINGS[finding] && html`<small class="finding">${FINDINGS[finding]}</small>`}`
      : html`<small class="finding">${FINDINGS.none}</small>`}</td>
    <td class="figures">${claim === undefined ? '–' : percent(claim)}</td>
  </tr>`;
}

/** The interval, the share in it, and where the model's claim is. The figures stand beside it. */
function Bar({ row: { share, low, high, claim } }) {
  const x = (value) => Math.round(value * 1000) / 10;
  return html`<svg class="interval" aria-hidden="true" viewBox="0 0 100 10" preserveAspectRatio="none">
    <rect class="ground" x="0" y="3" width="100" height="4" />
    <rect class="span" x=${x(low)} y="3" width=${Math.max(x(high - low), 0.5)} height="4" />
    <rect class="point" x=${Math.min(Math.max(x(share) - 0.6, 0), 98.8)} y="0.5" width="1.2" height="9" />
    ${claim !== undefined && html`<rect class="claim" x=${Math.min(Math.max(x(claim) - 0.3, 0), 99.4)} y="0" width="0.6" height="10" />`}
  </svg>`;
}
