/* SPDX-License-Identifier: Apache-2.0 */
import { isPersons, value } from './decision.js';
import { CHOICES } from './review-queue.js';

const WORDS = { accept: 'Accepted', choose: 'Chosen', keep: 'Left as it is' };

/** What can be done with the current document of a queue, and by which keys. */
export function reviewActions({ collection, list, queue, session, notices, forgetNotices, who, box }) {
  const whoDecides = () => ({ by: who, at: new Date().toISOString() });
  const item = queue.current;

  /** Whether somebody may decide now; says why not. */
  function mayDecide() {
    if (!item || queue.isMoving) {
      return false;
    }
    if (collection.readOnly) {
      notices('This page only shows: its server was started read-only.');
      return false;
    }
    if (!who) {
      notices('Say who reviews first: your name stands beside what you decide.');
      document.getElementById('reviewer')?.focus();
      return false;
    }
    return true;
  }

  function goOn(said) {
    forgetNotices();
    queue.said = said;
    queue.next();
  }

  function choose(category) {
    if (mayDecide()) {
      const deed = session.decide(queue, category, whoDecides());
      queue.settle();
      goOn(`${WORDS[deed]}: ${category}.`);
    }
  }

  function accept() {
    const category = item && value(item.document, collection.tag.category);
    if (item && category === undefined) {
      notices('The model gave it no category that one could accept: choose one.');
    } else if (item) {
      choose(category);
    }
  }

  function giveBack() {
    if (!mayDecide()) {
      return;
    }
    if (!isPersons(item.document, collection)) {
      notices('The tag is the model’s already.');
      return;
    }
    session.giveBack(queue, whoDecides());
    queue.settle();
    goOn('Given back to the model.');
  }

  function skip() {
    if (item && !queue.isMoving) {
      session.skip(queue);
      goOn('Skipped.');
    }
  }

  function undo() {
    if (queue.isMoving) {
      return;
    }
    const step = session.undo(whoDecides());
    if (!step) {
      notices('There is nothing to undo.');
      return;
    }
    forgetNotices();
    if (step.queue === queue && step.type !== 'skip') {
      queue.settle(-1);
    }
    queue.said = 'Undone.';
    queue.show(step.item);
  }

  function type() {
    const folded = box.current?.closest('details');
    if (folded) {
      folded.open = true;
    }
    box.current?.focus();
  }

  const once = (run) => (event) => !event.repeat && run();
  const decisions = [
    { key: 'a', what: 'Accept the category', run: once(accept) },
    { key: 'Enter', what: 'Accept the category', run: once(accept) },
    ...Array.from({ length: CHOICES }, (_, i) => ({
      key: String(i + 1),
      what: i === 0 ? 'Choose the first category; 2 to 9 the others' : undefined,
      run: once(() => item?.choices[i] && choose(item.choices[i].category)),
    })),
    { key: 'c', what: 'Type another category', run: type },
    { key: 'g', what: 'Give a document that a person decided back to the model', run: once(giveBack) },
  ];
  const keys = [
    ...(collection.readOnly ? [] : decisions),
    { key: 's', what: 'Skip: decide nothing', run: once(skip) },
    { key: 'u', what: 'Undo the last step; again for the one before', run: once(undo) },
  ];
  return { keys, choose, accept, giveBack, skip, undo };
}
