/* SPDX-License-Identifier: Apache-2.0 */
import { html, useEffect, useRef, useState } from './lib.js';
import { say } from './announce.js';
import { isPersons, value } from './decision.js';
import { choicesOf } from './review-queue.js';
import { CategoryBox } from './category-box.js';
import { Choices } from './choices.js';
import { useKeys } from './keys.js';
import { MissingFields } from './missing-fields.js';
import { sessionOf, useOutbox } from './outboxes.js';
import { reviewActions } from './review-actions.js';
import { probeReviewed } from './reviewed.js';
import { Reviewer, useReviewer } from './reviewer.js';
import { useAnswer } from './answers.js';
import { Unsent } from './unsent-bar.js';

/** The bar of an open document: decides as the queue does, of this one document. */
export function DecisionBar(props) {
  const { collection } = props;
  const { value: probed } = useAnswer('reviewed', () => probeReviewed(collection));
  return collection.readOnly || !probed ? null : html`<${Bar} ...${props} />`;
}

/** A queue of one document, for the actions of the queue. */
function placeOf(item) {
  return { current: item, isMoving: false, settle() {}, next() {}, show() {} };
}

/** Back to the document, where keys are keys again. */
function leave() {
  globalThis.document.querySelector('.document h1')?.focus({ preventScroll: true });
}

function Bar({ collection, document, explanation, changed }) {
  const id = document[collection.id];
  const [notice, setNotice] = useState('');
  const [isOpen, setOpen] = useState(false);
  const box = useRef();
  const who = useReviewer(collection);
  const session = sessionOf(collection);
  const item = { id, document, explanation: { answer: explanation } };
  item.choices = choicesOf(item, collection);
  const outbox = useOutbox(collection, ({ type, entry }) => {
    if (entry?.id === id && ['sent', 'agreed', 'deleted', 'dropped'].includes(type)) {
      changed();
    }
  });
  useEffect(() => setNotice(''), [document._version_]);
  const last = session.steps[session.steps.length - 1];
  const tell = (words) => {
    setNotice(words);
    say(words);
  };
  const actions = reviewActions({
    collection,
    queue: placeOf(item),
    session,
    who,
    box,
    notices: tell,
    forgetNotices: () => {},
  });
  const isPending = outbox.entries.some((entry) => entry.id === id);
  const mine = last?.item.id === id;
  // A number chooses what one sees beside it.
  const works = (key) => !['s', 'Enter'].includes(key) && (key !== 'u' || mine) && (isOpen || !/^\d$/.test(key));
  const keys = actions.keys.filter(({ key }) => works(key));
  useKeys(isPending ? keys.filter(({ key }) => key === 'u') : keys);
  return html`<section class="decision-bar" aria-label="Decide">
    <${Unsent} collection=${collection} />
    <${MissingFields} collection=${collection} />
    <${Reviewer} collection=${collection} />
    ${notice && html`<p class="notice" role="status">${notice}</p>`}
    <div class="actions">
      ${value(document, collection.tag.category) !== undefined && !isPersons(document, collection) && html`<button type="button" class="accept" disabled=${isPending} onClick=${actions.accept}>Accept <kbd aria-hidden="true">a</kbd></button>`}
      ${isPersons(document, collection) && html`<button type="button" class="secondary" disabled=${isPending} onClick=${actions.giveBack}>Give back to the model <kbd aria-hidden="true">g</kbd></button>`}
      ${mine && html`<button type="button" class="secondary" onClick=${actions.undo}>Undo <kbd aria-hidden="true">u</kbd></button>`}
    </div>
    <details onToggle=${(event) => setOpen(event.target.open)}><summary>Another category</summary>
      <${Choices} collection=${collection} item=${item} choose=${actions.choose} />
      <${CategoryBox} key=${id} categories=${[...new Set([...collection.categories, ...item.choices.map(({ category }) => category)])]} choose=${actions.choose} leave=${leave} box=${box} />
    </details>
  </section>`;
}
