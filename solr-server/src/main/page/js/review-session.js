/* SPDX-License-Identifier: Apache-2.0 */
import { decisionFields, isPersons, isSame, value } from './decision.js';

/**
 * What a person does in the queue, and the way back. Lives as long as the page, so that changing
 * the list does not forget what can be undone.
 *
 * A step is {type: 'decide' | 'giveBack' | 'keep' | 'skip', item, queue, entry, before, after}.
 */
export class ReviewSession {
  steps = [];
  #collection;
  #outbox;

  constructor(collection, outbox) {
    this.#collection = collection;
    this.#outbox = outbox;
    outbox.listen((told) => this.#hear(told));
  }

  /** How many documents were decided since the page was loaded. */
  get decided() {
    return this.steps.filter(({ type }) => type === 'decide' || type === 'giveBack').length;
  }

  skippedIn(queue) {
    return this.steps.filter((step) => step.type === 'skip' && step.queue === queue).length;
  }

  /** Gives the current document a category. What a person gave it already stays as it is. */
  decide(queue, category, who) {
    const { current: item } = queue;
    const { document } = item;
    const same = value(document, this.#collection.tag.category) === category;
    if (same && isPersons(document, this.#collection)) {
      this.steps.push({ type: 'keep', item, queue });
      return 'keep';
    }
    const entry = this.#outbox.decide(document, category, who);
    this.steps.push({ type: 'decide', item, queue, entry, before: document });
    return same ? 'accept' : 'choose';
  }

  giveBack(queue, who) {
    const { current: item } = queue;
    const entry = this.#outbox.giveBack(item.document, who);
    this.steps.push({ type: 'giveBack', item, queue, entry, before: item.document });
  }

  skip(queue) {
    this.steps.push({ type: 'skip', item: queue.current, queue });
  }

  /** Takes the last step back; returns it, or undefined if there is none. */
  undo(who) {
    const step = this.steps.pop();
    if (step?.entry) {
      this.#outbox.undo(step.entry, step.before, step.after ?? step.entry.seen, who);
      // The version is that of the undoing, and comes with it.
      step.item.document = { ...step.before };
    }
    return step;
  }

  /** After an undoing the document is what the step before had made it, with a newer version. */
  #renew(id, document) {
    const before = this.steps.findLast((step) => step.item.id === id && step.after);
    if (before && isSame(before.after, document, decisionFields(this.#collection))) {
      before.after = document;
    }
  }

  #hear({ type, entry, document }) {
    if (type === 'sent' && entry.kind === 'undo') {
      this.#renew(entry.id, document);
    }
    const step = entry && this.steps.find((one) => one.entry === entry);
    if (!step) {
      return;
    }
    if (type === 'sent') {
      step.after = document;
    } else if (['agreed', 'deleted', 'dropped'].includes(type)) {
      this.steps.splice(this.steps.indexOf(step), 1);
    }
  }
}
