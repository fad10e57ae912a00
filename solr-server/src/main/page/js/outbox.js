/* SPDX-License-Identifier: Apache-2.0 */
import {
  applied,
  asBefore,
  changeSince,
  decided,
  decisionFields,
  givenBack,
  isPersons,
  isSame,
  reviewedFields,
  seenOf,
  updateTo,
  value,
} from './decision.js';
import { Conflict, SolrGone } from './solr.js';
import { UnsentStore } from './unsent.js';

const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;
/** So often a decision is sent again at once because something else in its document changed. */
const MAX_OVERTAKEN = 10;
/** Until when a decision can be found at the latest, where the collection says nothing shorter. */
const COMMIT_WITHIN = 5_000;

/**
 * Decisions on their way to Solr, one after the other. Each stays here, and in the browser's
 * storage, until Solr has it, or the person gives it up: Solr may be gone for a while, and the page
 * be closed.
 *
 * An entry is {key, kind: 'decide' | 'undo' | 'giveBack', id, seen, category, after, who, state:
 * 'waiting' | 'conflict' | 'refused', tries, message, theirs, change}. Sending one twice does no
 * harm: the version guards it, and what is in the index already is recognised.
 *
 * Tells its listeners {type, entry, document?}: 'changed', 'sent', 'agreed' (somebody else decided
 * the same), 'conflict', 'deleted', 'refused', 'dropped'.
 */
export class Outbox {
  entries = [];
  /** When Solr is asked again, in milliseconds, or null. */
  nextTry = null;
  #collection;
  #solr;
  #store;
  #listeners = new Set();
  #sending = null;
  #running = false;
  #failures = 0;
  #timer;

  /**
   * @param {object} collection as of collection.js
   * @param {{ask, tell, ready: () => Promise}} solr as of solr.js; `ready` finds out what the
   *     collection has
   * @param {Storage} storage
   */
  constructor(collection, solr, storage) {
    this.#collection = collection;
    this.#solr = solr;
    this.#store = new UnsentStore(collection.solr, storage);
    // Whether one arrived before the page was left, nobody knows: look before sending it again.
    this.entries = this.#store.load().map((entry) => ({ ...entry, tries: entry.tries + 1 }));
  }

  /** What is wrong with the browser's storage, in words, or null. */
  get trouble() {
    return this.#store.trouble;
  }

  /** Another window has sent it. */
  forget(key) {
    if (this.#sending?.key !== key) {
      this.entries = this.entries.filter((entry) => entry.key !== key);
      this.#tell('changed', null);
    }
  }

  listen(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** A person chose a category. Returns the entry. */
  decide(document, category, who) {
    return this.#add({ kind: 'decide', category }, document, who);
  }

  /** The model shall tag the document again. */
  giveBack(document, who) {
    return this.#add({ kind: 'giveBack' }, document, who);
  }

  /**
   * A decision shall not have been.
   *
   * @param entry the decision
   * @param before the document as it was before
   * @param after the document as Solr has it since, as far as is known
   */
  undo(entry, before, after, who) {
    const isUnsent = this.entries.includes(entry) && this.#sending !== entry;
    if (isUnsent && (entry.tries === 0 || entry.state !== 'waiting')) {
      this.giveUp(entry);
      return null;
    }
    return this.#add({ kind: 'undo', after: asBefore(before, this.#collection) }, after, who);
  }

  #add(what, document, who) {
    const { id } = this.#collection;
    const seen = document['#text'] === undefined ? seenOf(document, this.#collection) : document;
    const entry = {
      ...what,
      key: this.#store.newKey(),
      id: document[id],
      seen,
      who,
      state: 'waiting',
      tries: 0,
    };
    if (this.entries.some((other) => other.id === entry.id)) {
      delete entry.seen._version_; // that of the decision before it, which is on its way
    }
    this.entries.push(entry);
    this.#store.save(entry);
    this.#tell('changed', entry);
    this.pump();
    return entry;
  }

  /** Overwrites what somebody else did, as long as nobody does more. */
  putMine(entry) {
    entry.seen = seenOf(entry.theirs, this.#collection);
    this.#again(entry);
  }

  /** Gives a decision up, with those of the same document that build on it. */
  giveUp(entry) {
    const followers = this.entries.filter((other) => other.id === entry.id);
    followers.forEach((follower) => this.#remove(follower));
    this.#tell('dropped', entry, entry.theirs);
    this.pump();
  }

  /** Sends again what Solr refused. */
  retry(entry) {
    this.#again(entry);
  }

  /** Does not wait any longer. */
  tryNow() {
    this.#failures = 0;
    this.pump();
  }

  #again(entry) {
    Object.assign(entry, { state: 'waiting', theirs: undefined, change: undefined, message: undefined });
    this.#store.save(entry);
    this.#tell('changed', entry);
    this.tryNow();
  }

  #remove(entry) {
    this.entries = this.entries.filter((other) => other !== entry);
    this.#store.remove(entry);
  }

  /** Sends what can be sent. */
  async pump() {
    if (this.#running) {
      return;
    }
    this.#running = true;
    clearTimeout(this.#timer);
    this.nextTry = null;
    try {
      if (this.#ready()) {
        await this.#solr.ready();
      }
      for (let entry = this.#ready(); entry; entry = this.#ready()) {
        this.#sending = entry;
        await this.#send(entry);
        this.#failures = 0;
      }
    } catch (error) {
      this.#waitAfter(error);
    } finally {
      this.#running = false;
      this.#sending = null;
      this.#tell('changed', null);
    }
  }

  /** The first that waits, and that no earlier one of its document stands before. */
  #ready() {
    return this.entries.find(
      (entry, i) =>
        entry.state === 'waiting' && !this.entries.slice(0, i).some(({ id }) => id === entry.id),
    );
  }

  #waitAfter(error) {
    const millis = Math.min(FIRST_WAIT * 2 ** this.#failures++, LONGEST_WAIT);
    this.nextTry = Date.now() + millis;
    const entry = this.#sending ?? this.#ready();
    entry.message = error.message;
    this.#timer = setTimeout(() => this.pump(), millis);
  }

  /** Sends one, or settles that it cannot be. Throws what another try may mend. */
  async #send(entry) {
    try {
      await this.#attempt(entry);
    } catch (error) {
      if (isPassing(error)) {
        throw error;
      }
      Object.assign(entry, { state: 'refused', message: error.message });
      this.#store.save(entry);
      this.#tell('refused', entry);
    }
  }

  async #attempt(entry) {
    let mustRead = entry.tries > 0 || !entry.seen._version_ || entry.kind === 'giveBack';
    entry.tries++;
    this.#store.save(entry);
    for (let overtaken = 0; ; overtaken++) {
      const stored = mustRead ? await this.#read(entry.id) : null;
      if (mustRead && this.#settles(entry, stored)) {
        return;
      }
      try {
        await this.#update(entry, stored);
        return;
      } catch (error) {
        if (!(error instanceof Conflict) || overtaken === MAX_OVERTAKEN) {
          throw error;
        }
        mustRead = true;
      }
    }
  }

  async #read(id) {
    return (await this.#solr.ask('/get', { id })).doc;
  }

  /** Whether what the index holds leaves nothing to send; else the entry builds on it. */
  #settles(entry, stored) {
    if (stored === null) {
      return this.#finish(entry, 'deleted');
    }
    if (this.#isThere(entry, stored)) {
      return this.#finish(entry, 'sent', seenOf(stored, this.#collection));
    }
    const change = changeSince(entry.seen, stored, this.#collection);
    if (change === 'nothing') {
      entry.seen = seenOf(stored, this.#collection);
      return false;
    }
    if (change === 'person' && this.#saysTheSame(entry, stored)) {
      return this.#finish(entry, 'agreed', stored);
    }
    Object.assign(entry, { state: 'conflict', theirs: stored, change });
    this.#store.save(entry);
    this.#tell('conflict', entry, stored);
    return true;
  }

  #isThere(entry, stored) {
    const { reviewed } = this.#collection;
    if (entry.kind === 'undo') {
      return isSame(stored, entry.after, decisionFields(this.#collection));
    }
    if (entry.kind === 'giveBack') {
      const isModels = !isPersons(stored, this.#collection);
      return isModels && entry.tries > 1 && value(stored, reviewed.by) === undefined;
    }
    const mine = { [reviewed.by]: entry.who.by, [reviewed.at]: entry.who.at };
    const names = reviewedFields(this.#collection).filter((name) => name in mine);
    return this.#saysTheSame(entry, stored) && isSame(stored, mine, names);
  }

  #saysTheSame(entry, stored) {
    return (
      entry.kind === 'decide' &&
      isPersons(stored, this.#collection) &&
      value(stored, this.#collection.tag.category) === entry.category
    );
  }

  async #update(entry, stored) {
    const update = this.#updateOf(entry, stored);
    const params = { versions: true, commitWithin: COMMIT_WITHIN };
    if (entry.kind === 'undo') {
      params.doccat = false; // what the model said is put back as it was
    }
    const answer = await this.#solr.tell('/update', [update], params);
    const version = answer.adds?.[1];
    const document =
      entry.kind === 'giveBack' || version === undefined
        ? await this.#read(entry.id)
        : applied(entry.seen, update, version);
    this.#finish(entry, document === null ? 'deleted' : 'sent', document);
  }

  #updateOf(entry, stored) {
    const { seen, who } = entry;
    if (entry.kind === 'giveBack') {
      return givenBack(stored, who, this.#collection);
    }
    const after =
      entry.kind === 'undo' ? entry.after : decided(seen, entry.category, who, this.#collection);
    return updateTo(seen, after, who, this.#collection);
  }

  #finish(entry, type, document) {
    this.#remove(entry);
    const followers = this.entries.filter(({ id }) => id === entry.id);
    if (type === 'sent' && followers.length > 0) {
      const next = followers[0];
      next.seen = document['#text'] === undefined ? seenOf(document, this.#collection) : document;
      this.#store.save(next);
    } else {
      followers.forEach((follower) => this.#remove(follower));
    }
    this.#tell(type, entry, document);
    return true;
  }

  #tell(type, entry, document) {
    this.#listeners.forEach((listener) => listener({ type, entry, document }));
  }
}

/** Whether the same may work later: Solr is gone, overloaded, or has trouble of its own. */
function isPassing(error) {
  return error instanceof SolrGone || error.status === 429 || error.status >= 500;
}
