/* SPDX-License-Identifier: Apache-2.0 */
import { isPersons, isSame, seenOf, value } from './decision.js';
import { fieldsRead } from './review-lists.js';
import { foundBody } from './query.js';
import { SolrGone } from './solr.js';
import { sourceText } from './source-text.js';

const BATCH = 10;
/** So many documents are there with their explanation before they are shown. */
const AHEAD = 3;
/** So long the next document waits for whether somebody else decided it; then it is shown. */
const LOOK_MILLIS = 15;
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 15_000;
const MAX_CHARS = 1_000_000;
/** As many as there are keys. */
export const CHOICES = 9;

/**
 * The documents of a list, one after the other, each loaded before it is shown.
 *
 * An item is {id, document, explanation: {state: 'waiting' | 'there' | 'failed', answer, message},
 * choices: [{category, probability}]}. `phase` is 'loading', 'open' (there is a `current` item),
 * 'end', 'gone' (Solr) or 'refused' (`error`).
 */
export class ReviewQueue {
  phase = 'loading';
  current = null;
  error = null;
  /** Whether the current document is about to be another: what somebody does now comes too early. */
  isMoving = false;
  /** How many documents the list had at first, and how many are settled since. */
  found = 0;
  settled = 0;
  #collection;
  #list;
  #body;
  #solr;
  #onChange;
  #onNotice;
  #upcoming = [];
  #handed = new Set();
  #cursor = '*';
  #exhausted = false;
  #filling = null;
  #explaining = false;
  #wait = FIRST_WAIT;
  #closed = false;
  #moves = 0;

  /**
   * @param {object} collection as of collection.js
   * @param {{list, reason, params}} what a list of review-lists.js, a reason or null, the search
   * @param {{ask, tell}} solr as of solr.js
   * @param {{change: () => void, notice: (words: string) => void}} tells
   */
  constructor(collection, { list, reason, params }, solr, tells) {
    this.#collection = collection;
    this.#list = list;
    this.#solr = solr;
    this.#onChange = tells.change;
    this.#onNotice = tells.notice;
    const found = foundBody(collection, params);
    const filter = [...found.filter, ...list.filter(reason)];
    this.#body = { ...found, filter, sort: list.sort, fields: fieldsRead(collection), limit: BATCH };
  }

  get left() {
    return Math.max(this.found - this.settled, 0);
  }

  /** Asks nothing more. */
  close() {
    this.#closed = true;
  }

  /** Shows the next document. */
  async next() {
    const move = ++this.#moves;
    this.isMoving = true;
    for (;;) {
      const item = this.#upcoming.shift() ?? (await this.#more());
      if (this.#closed || move !== this.#moves) {
        item && this.#upcoming.unshift(item);
        return;
      }
      if (!item) {
        return; // #more has said why
      }
      const look = this.#look(item);
      const verdict = await Promise.race([look, after(LOOK_MILLIS)]);
      if (verdict !== 'out') {
        this.#show(item);
        verdict === 'late' && this.#leaveWhenOut(item, look);
        return;
      }
    }
  }

  /** Shows a document that was shown before. */
  show(item) {
    this.#moves++;
    if (this.current) {
      this.#upcoming.unshift(this.current);
    }
    this.#upcoming = this.#upcoming.filter((other) => other.id !== item.id);
    this.#show(item);
  }

  /** A document of the list needs nobody any more. */
  settle(by = 1) {
    this.settled += by;
  }

  /** Takes over what Solr has of a document since. */
  refresh(id, fields) {
    for (const item of [this.current, ...this.#upcoming]) {
      if (item?.id === id) {
        item.document = { ...item.document, ...fields };
      }
    }
  }

  #show(item) {
    item.choices ??= choicesOf(item, this.#collection);
    this.current = item;
    this.#set('open');
    this.#prepare();
  }

  #set(phase, error = null) {
    this.phase = phase;
    this.error = error;
    this.isMoving = phase === 'loading';
    if (phase !== 'open') {
      this.current = null;
    }
    this.#onChange();
  }

  async #leaveWhenOut(item, look) {
    if ((await look) === 'out' && this.current === item && !this.#closed) {
      this.next();
    }
  }

  /** The next item where none is loaded; undefined at the end, or if Solr does not tell. */
  async #more() {
    if (!this.#exhausted) {
      this.#set('loading');
    }
    while (this.#upcoming.length === 0 && !this.#exhausted && !this.#closed) {
      try {
        await this.#fill();
      } catch (error) {
        return this.#cannot(error);
      }
    }
    this.#wait = FIRST_WAIT;
    const item = this.#upcoming.shift();
    if (!item && !this.#closed) {
      this.#set('end');
    }
    return item;
  }

  #cannot(error) {
    if (!(error instanceof SolrGone)) {
      this.#set('refused', error);
      return;
    }
    this.#set('gone', error);
    const move = this.#moves;
    setTimeout(() => !this.#closed && move === this.#moves && this.next(), this.#wait);
    this.#wait = Math.min(2 * this.#wait, LONGEST_WAIT);
  }

  /** Loads documents and explanations before they are needed. */
  #prepare() {
    if (this.#upcoming.length < AHEAD + 1 && !this.#exhausted) {
      this.#fill().then(() => this.#explain(), quietly);
    }
    this.#explain();
  }

  #fill() {
    this.#filling ??= this.#load().finally(() => (this.#filling = null));
    return this.#filling;
  }

  async #load() {
    const params = { cursorMark: this.#cursor };
    const answer = await this.#solr.tell('/select', { ...this.#body, params });
    const { docs, numFound } = answer.response;
    if (this.#cursor === '*') {
      this.found = numFound;
    }
    this.#exhausted = docs.length === 0 || answer.nextCursorMark === this.#cursor;
    this.#cursor = answer.nextCursorMark;
    for (const document of docs) {
      const id = document[this.#collection.id];
      if (!this.#handed.has(id)) {
        this.#handed.add(id);
        this.#upcoming.push(itemOf(id, document));
      }
    }
  }

  /** One after the other: a long text takes the server a while. */
  async #explain() {
    if (this.#explaining) {
      return;
    }
    this.#explaining = true;
    for (let item = this.#unexplained(); item && !this.#closed; item = this.#unexplained()) {
      item.explanation = await this.#explanationOf(item.document);
      if (item === this.current) {
        item.choices = moreChoices(item.choices, choicesOf(item, this.#collection));
        this.#onChange();
      }
    }
    this.#explaining = false;
  }

  #unexplained() {
    const near = [this.current, ...this.#upcoming.slice(0, AHEAD)];
    return near.find((item) => item?.explanation.state === 'waiting');
  }

  async #explanationOf(document) {
    const text = sourceText(this.#collection, document).slice(0, MAX_CHARS);
    if (text.trim() === '') {
      return { state: 'failed', message: 'The document has no text.' };
    }
    try {
      const asked = { text, maxCount: CHOICES, explain: true };
      return { state: 'there', answer: await this.#solr.tell('/doccat', asked) };
    } catch (error) {
      return { state: 'failed', message: error.message };
    }
  }

  /**
   * Looks at a document right before it is shown: 'in', or 'out' if it does not belong to the list
   * any more. Where Solr does not tell, it is shown as it was loaded.
   */
  async #look(item) {
    try {
      const { doc } = await this.#solr.ask('/get', { id: item.id });
      return this.#isOut(item, doc) ? 'out' : 'in';
    } catch (error) {
      quietly(error);
      return 'in';
    }
  }

  #isOut(item, stored) {
    if (stored === null) {
      return this.#leaveOut(`${item.id} is left out: it was deleted meanwhile.`);
    }
    if (stored._version_ === item.document._version_) {
      return false;
    }
    if (!this.#list.holds(stored)) {
      return this.#leaveOut(`${item.id} is left out: ${changed(stored, this.#collection)} meanwhile.`);
    }
    const before = item.document;
    item.document = stored;
    const names = ['#text'];
    if (!isSame(seenOf(before, this.#collection), seenOf(stored, this.#collection), names)) {
      Object.assign(item, { explanation: { state: 'waiting' }, choices: undefined });
    }
    return false;
  }

  #leaveOut(words) {
    this.settled++;
    this.#onNotice(words);
    return true;
  }
}

function changed(stored, collection) {
  const { tag, reviewed } = collection;
  if (!isPersons(stored, collection)) {
    return 'its tag changed';
  }
  return `${value(stored, reviewed.by) ?? 'somebody'} decided “${value(stored, tag.category)}”`;
}

function itemOf(id, document) {
  return { id, document, explanation: { state: 'waiting' }, choices: undefined };
}

/** The tag that the document has, then what the model says now, else what it said. */
export function choicesOf({ document, explanation }, { tag }) {
  const said = [document[tag.categories] ?? []].flat();
  const scores = [document[tag.scores] ?? []].flat();
  const then = said.map((category, i) => ({ category, probability: scores[i] }));
  const now = explanation.answer?.categories ?? then;
  const given = value(document, tag.category);
  const first = given === undefined ? [] : [{ category: given, probability: value(document, tag.score) }];
  return moreChoices([], [...first, ...now]);
}

/** What has a key keeps it; newer figures come in. */
function moreChoices(old, newer) {
  const found = new Map((old ?? []).map((choice) => [choice.category, choice]));
  newer.forEach((choice) => found.set(choice.category, { ...found.get(choice.category), ...defined(choice) }));
  return [...found.values()].slice(0, CHOICES);
}

function defined({ category, probability }) {
  return probability === undefined ? { category } : { category, probability };
}

function after(millis) {
  return new Promise((resolve) => setTimeout(() => resolve('late'), millis));
}

/** What cannot be loaded ahead is loaded, or told of, when it is needed. */
function quietly(error) {
  if (!(error instanceof SolrGone)) {
    console.warn(error);
  }
}
