/* SPDX-License-Identifier: Apache-2.0 */
import { html } from './lib.js';
import { href } from './address.js';
import { agreementBody, agreementOf } from './agreement-figures.js';
import { AgreementTable, percent } from './agreement-table.js';
import { useAnswer } from './answers.js';
import { withoutMissing } from './collection.js';
import { reviewedFields } from './decision.js';
import { counted, month, number } from './format.js';
import { MissingFields } from './missing-fields.js';
import { foundBody } from './query.js';
import { probeReviewed } from './reviewed.js';
import { Scope } from './scope.js';
import { tell } from './solr.js';
import { Trouble } from './trouble.js';

/** The view that shows how often people accept what the model says. */
export function Agreement({ collection, params }) {
  const { value: figures, error } = useAnswer(params.toString(), (signal) => read(collection, params, signal));
  return html`<div class="agreement"><h1>How often people agree with the model</h1>
    <${Scope} view="agreement" params=${params} />
    ${error && html`<${Trouble} error=${error} what="The decisions cannot be counted" />`}
    ${figures && html`<${MissingFields} collection=${collection} />`}
    ${!figures && !error && html`<p class="waiting" aria-busy="true">Asking Solr …</p>`}
    ${figures === NOTHING_KEPT && html`<p>Without the field <code>${collection.reviewed.verdict}</code> nothing can be counted.</p>`}
    ${figures && figures !== NOTHING_KEPT && html`<${Figures} collection=${collection} figures=${figures} params=${params} />`}
  </div>`;
}

const NOTHING_KEPT = { nothing: true };

async function read(collection, params, signal) {
  await probeReviewed(collection);
  if (!reviewedFields(collection).includes(collection.reviewed.verdict)) {
    return NOTHING_KEPT;
  }
  const body = () => agreementBody(collection, foundBody(collection, params));
  return agreementOf(await withoutMissing(collection, () => tell('/select', body(), {}, { signal })));
}

function Figures({ collection, figures, params }) {
  const { all, bins, categories, models, months, looked, assigned, unscored, earlier, otherCategories } = figures;
  if (looked === 0) {
    return html`<p>Nobody has accepted or corrected a tag ${looked + assigned > 0 ? '' : 'yet'}${assigned > 0 ? `: ${counted(assigned, 'document')} without one of the model’s got a category` : ''}.
      <a href=${href('review', params)}>Review some</a>.</p>`;
  }
  const shown = all.claim === undefined ? '' : `; it claimed ${percent(all.claim)} on average`;
  return html`
    <p>People looked at <strong>${counted(looked, 'tag')}</strong> of the model and accepted <strong>${percent(all.share)}</strong>${shown}.
      ${assigned > 0 && html` <span class="assigned">To ${counted(assigned, 'more document')} the model had given no category: a person assigned one, which is no agreement and is not counted here.</span>`}</p>
    <p><small>What is reviewed is mostly what the model doubts, so this is not its accuracy on all documents. Compare within a row: the thick mark is the share that people accepted, in its interval (Wilson’s, 95%); the thin line is what the model claimed on average.</small></p>
    ${bins.length > 0 && html`<${Headline} bin=${bins[bins.length - 1]} />
      <${AgreementTable} id="bins" title="By confidence" first="The model says" rows=${bins} name=${(row) => row.name} />
      ${unscored > 0 && html`<p><small>${counted(unscored, 'tag')} came without a score, and ${unscored === 1 ? 'is' : 'are'} in none of these rows.</small></p>`}`}
    <${AgreementTable} id="categories" title="By category" first="The model’s category" rows=${categories} name=${(row) => row.name ?? 'not kept'} />
    ${otherCategories > 0 && html`<p><small>${counted(otherCategories, 'rarer category', 'rarer categories')} are left out.</small></p>`}
    <${AgreementTable} id="models" title="By model" first="Model" rows=${models} name=${(row) => row.name ?? 'not kept'} />
    <${AgreementTable} id="months" title="By month of review" first="Month (UTC)" rows=${withModels(months)} name=${(row) => row.label} />
    ${earlier > 0 && html`<p><small>${number(earlier)} of ${counted(looked, 'tag')} were looked at earlier than these months.</small></p>`}`;
}

/** Below each month in which several models were looked at, a row for each. */
function withModels(months) {
  return months.flatMap((row) => [
    { ...row, label: month(row.name) },
    ...row.models.map((model) => ({ ...model, label: model.name ?? 'no model kept', under: true, key: `${row.name} ${model.name}` })),
  ]);
}

/** Is 0.9 still right nine times in ten? */
function Headline({ bin }) {
  const { n, share, low, high, claim, finding } = bin;
  if (n === 0) {
    return html`<p class="headline few">Where the model says 90% or more, nobody has looked yet: whether it is still right nine times in ten, nobody knows. <a href="#review">Review some</a>, also of the sure ones.</p>`;
  }
  const measured = `Where the model says 90% or more${claim === undefined ? '' : ` (${percent(claim)} on average)`}, people accepted ${percent(share)} (${percent(low)} to ${percent(high)}) of ${number(n)}.`;
  const MEANING = {
    below: 'That is less than it claims, beyond chance: it is surer than it should be. Look at what changed, and train it anew with what people corrected.',
    above: 'That is more than it claims.',
    few: 'Too few were looked at to say more.',
    fits: 'What it claims fits.',
    chance: 'That differs from what it claims, but may be chance.',
    unclaimed: '',
  };
  return html`<p class=${`headline ${finding}`} role=${finding === 'below' ? 'alert' : null}>${measured} <strong>${MEANING[finding]}</strong></p>`;
}
