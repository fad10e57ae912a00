/* SPDX-License-Identifier: Apache-2.0 */
import { html, useEffect, useRef, useState } from './lib.js';
import { useKeys } from './keys.js';
import { share, time } from './format.js';
import { value } from './decision.js';
import { useOutbox } from './outboxes.js';
import { Category } from './tag.js';
import { sourceText } from './source-text.js';

const EXCERPT = 300;
/** A decision that is gone by then is not worth a word. */
const PATIENCE_MILLIS = 1_500;

/** What has not reached Solr yet, and what needs a word of the person before it does. */
export function Unsent({ collection }) {
  const outbox = useOutbox(collection);
  const conflicts = outbox.entries.filter(({ state }) => state === 'conflict');
  const refused = outbox.entries.filter(({ state }) => state === 'refused');
  const waiting = outbox.entries.filter(({ state }) => state === 'waiting');
  return html`<div class="unsent">
    ${outbox.trouble && html`<p class="notice" role="alert">${outbox.trouble}</p>`}
    <${Waiting} outbox=${outbox} entries=${waiting} />
    ${refused.map((entry) => html`<${RefusedEntry} key=${entry.key} outbox=${outbox} entry=${entry} />`)}
    ${conflicts.slice(0, 1).map((entry) => html`<${ConflictBox} key=${entry.key} collection=${collection} outbox=${outbox} entry=${entry} more=${conflicts.length - 1} />`)}
  </div>`;
}

function Waiting({ outbox, entries }) {
  const [isLate, setLate] = useState(false);
  const some = entries.length > 0;
  useEffect(() => {
    setLate(false);
    const timer = some && setTimeout(() => setLate(true), PATIENCE_MILLIS);
    return () => clearTimeout(timer);
  }, [some]);
  if (!some || !(isLate || outbox.nextTry)) {
    return null;
  }
  const one = entries.length === 1;
  const why = outbox.nextTry ? `${entries[0].message ?? ''}. They are kept here and sent again by themselves.` : 'They are on their way.';
  return html`<div class="notice waiting-decisions" role="status">
    <p><strong>${entries.length} ${one ? 'decision is' : 'decisions are'} not in Solr yet.</strong> ${one ? why.replace('They are', 'It is') : why}</p>
    <details><summary>Which</summary><ul>${entries.map((entry) => html`<li key=${entry.key} dir="auto">${entry.id}: ${deed(entry)}</li>`)}</ul></details>
    <button type="button" onClick=${() => outbox.tryNow()}>Try now</button>
  </div>`;
}

/** What an entry does, in words. */
function deed(entry) {
  const words = { undo: 'undo', giveBack: 'give back to the model' };
  return words[entry.kind] ?? `“${entry.category}”`;
}

function RefusedEntry({ outbox, entry }) {
  return html`<div class="notice refused" role="alert">
    <p><strong dir="auto">Solr refused the decision on ${entry.id} (${deed(entry)}).</strong> It says: <code>${entry.message}</code></p>
    <p class="buttons"><button type="button" onClick=${() => outbox.retry(entry)}>Send it again</button>
    <button type="button" class="secondary" onClick=${() => outbox.giveUp(entry)}>Give it up</button></p>
  </div>`;
}

function ConflictBox({ collection, outbox, entry, more }) {
  const keep = () => outbox.giveUp(entry);
  const overwrite = () => outbox.putMine(entry);
  useKeys([
    { key: 't', what: 'Conflict: keep what is there', run: keep },
    { key: 'm', what: 'Conflict: put mine over it', run: overwrite },
  ]);
  const section = useRef();
  useEffect(() => section.current.scrollIntoView({ block: 'nearest' }), []);
  const text = sourceText(collection, entry.theirs);
  return html`<section ref=${section} class="conflict" role="alert" aria-labelledby="conflict-title">
    <h2 id="conflict-title" dir="auto">${HEADINGS[entry.change]} <span>${entry.id}</span></h2>
    <${Theirs} collection=${collection} entry=${entry} />
    <p>You wanted: <strong dir="auto">${deed(entry)}</strong> (${time(entry.who.at)}). Nothing of yours is written yet.</p>
    <blockquote dir="auto">${text.slice(0, EXCERPT)}${text.length > EXCERPT ? '…' : ''}</blockquote>
    <p class="buttons"><button type="button" onClick=${keep}>Keep what is there <kbd aria-hidden="true">t</kbd></button>
    <button type="button" class="secondary" onClick=${overwrite}>Put mine over it <kbd aria-hidden="true">m</kbd></button></p>
    ${more > 0 && html`<p><small>${more} more behind this one.</small></p>`}
  </section>`;
}

const HEADINGS = {
  person: 'Somebody else decided',
  model: 'The model tagged anew',
  text: 'The text changed meanwhile of',
};

/** Who did what, and when, as far as the document tells. */
function Theirs({ collection, entry: { theirs, change } }) {
  const { tag, reviewed } = collection;
  const category = value(theirs, tag.category);
  const name = category === undefined ? 'no category' : html`<${Category} collection=${collection} name=${category} />`;
  if (change === 'person') {
    const at = value(theirs, reviewed.at);
    return html`<p><strong dir="auto">${value(theirs, reviewed.by) ?? 'Somebody who left no name'}</strong> gave it ${name}${at && ` on ${time(at)}`}.</p>`;
  }
  const score = value(theirs, tag.score);
  const now = html`${name}${score !== undefined && `, ${share(score)}`}`;
  return change === 'text'
    ? html`<p>It is another text than the one that you decided on. Its tag now: ${now}.</p>`
    : html`<p>It now says ${now} (${value(theirs, tag.model) ?? 'no model named'}).</p>`;
}
