/* SPDX-License-Identifier: Apache-2.0 */

import { readEntry } from './history.js';
import { sourceFields, sourceText } from './source-text.js';

/**
 * What a person decides of a document, as one atomic update. Pure: no network, no clock.
 *
 * A `collection` is that of collection.js; of it count `id`, `texts`, `tag`, `reviewed`, `missing`
 * and `fallback`. A `document` is as Solr answers it, its `_version_` a string of digits. Whoever
 * decides is {by, at}: a name and an ISO time.
 */

/** How many former tags a document keeps. */
export const HISTORY_LIMIT = 20;
const HISTORY_CHARS = 1000;

/** The reasons for which the model gives no category; what stands there is the fallback. */
const WITHOUT_CATEGORY = ['failed', 'abstained', 'not-allowed', 'below-threshold'];

const DATE = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

const TAG_PARTS = [
  'category',
  'source',
  'score',
  'categories',
  'scores',
  'model',
  'review',
  'failure',
];

/** The one value of a field, the first of several, or undefined; a blank text is none. */
export function value(document, field) {
  const found = field === undefined ? undefined : document[field];
  const first = Array.isArray(found) ? found[0] : found;
  return first === null || first === '' ? undefined : first;
}

/** The names of the fields that hold the tag, those that the collection has. */
export function tagFields({ tag }) {
  return TAG_PARTS.map((part) => tag[part]).filter(Boolean);
}

/** The names of the fields of a person's decision that the collection has. */
export function reviewedFields({ reviewed, missing }) {
  return Object.values(reviewed).filter((name) => !missing.has(name));
}

/** All fields that a decision writes, without the history. */
export function decisionFields(collection) {
  return [...tagFields(collection), ...reviewedFields(collection)];
}

/** Whether a person gave the tag; decided as the plugin decides it of a stored document. */
export function isPersons(document, { tag, reviewed, fallback }) {
  const { category, source, score, model } = tag;
  const given = value(document, category);
  const who = value(document, source);
  if (given === undefined || who !== undefined) {
    return given !== undefined && String(who).trim().toLowerCase() !== 'model';
  }
  if (value(document, reviewed.by) !== undefined) {
    return true;
  }
  const knowsModels = (score ?? model) !== undefined;
  const isModels = [score, model].some((field) => value(document, field) !== undefined);
  const isFallback = source === undefined && given === fallback;
  return knowsModels && !isModels && !isFallback;
}

/** What the model says of a document that it tagged: {category, score, model, review}. */
function modelsTag(document, { tag, fallback }) {
  const { category, score, model, review } = tag;
  const reason = value(document, review);
  const given = value(document, category);
  const isFallback =
    given !== undefined &&
    given === fallback &&
    value(document, score) === undefined &&
    (review === undefined || WITHOUT_CATEGORY.includes(reason));
  return {
    category: isFallback ? undefined : given,
    score: value(document, score),
    model: value(document, model),
    review: reason,
  };
}

/** What the model said last, also of a document that a person decided since. */
export function modelsWord(document, collection) {
  if (!isPersons(document, collection)) {
    return modelsTag(document, collection);
  }
  const { verdict, modelCategory, modelScore, model, modelReview } = collection.reviewed;
  if (value(document, verdict) === undefined) {
    return wordInHistory(document, collection); // decided by another way, which left no record
  }
  return {
    category: value(document, modelCategory),
    score: value(document, modelScore),
    model: value(document, model),
    review: value(document, modelReview),
  };
}

/** The last tag of a model among the former ones, if there is one that can be read. */
function wordInHistory(document, { tag }) {
  for (const text of [document[tag.history] ?? []].flat().reverse()) {
    const entry = readEntry(text);
    if (entry?.source === 'model' || (entry?.source === undefined && entry?.model !== undefined)) {
      const words = (part) => (typeof part === 'string' && part !== '' ? part : undefined);
      const score = typeof entry.score === 'number' ? entry.score : undefined;
      const { category, model, review } = entry;
      return { category: words(category), score, model: words(model), review: words(review) };
    }
  }
  return {};
}

/** How a category compares with the model's: accepted, corrected, or assigned where it gave none. */
export function verdict(document, category, collection) {
  const said = modelsWord(document, collection).category;
  if (said === undefined) {
    return 'assigned';
  }
  return said === category ? 'accepted' : 'corrected';
}

/** The fields of a document after a person chose a category. */
export function decided(document, category, who, collection) {
  const { tag, reviewed } = collection;
  const said = modelsWord(document, collection);
  const after = {
    [tag.category]: category,
    [reviewed.by]: who.by,
    [reviewed.at]: who.at,
    [reviewed.verdict]: verdict(document, category, collection),
    [reviewed.model]: said.model,
    [reviewed.modelCategory]: said.category,
    [reviewed.modelScore]: said.score,
    [reviewed.modelReview]: said.review,
  };
  if (tag.source) {
    after[tag.source] = 'human';
  }
  return only(after, decisionFields(collection));
}

/** The fields of a document as they were: what undoing a decision restores. */
export function asBefore(document, collection) {
  return only(document, decisionFields(collection));
}

/** The update that makes a document's fields `after`, guarded by its version. */
export function updateTo(document, after, who, collection) {
  const update = guarded(document, collection);
  for (const name of decisionFields(collection)) {
    update[name] = { set: after[name] ?? null };
  }
  return withHistory(update, document, who, collection);
}

/**
 * The update that makes the model tag a document anew.
 *
 * @throws {Error} if the text is not in the document: the model could not read it
 */
export function givenBack(document, who, collection) {
  const { tag, texts } = collection;
  const update = guarded(document, collection);
  const sources = sourceFields(collection, document);
  if (sources.every((name) => String(document[name]).trim() === '')) {
    throw new Error(
      `the text (${texts.join(', ')}) is not stored with the document, so it cannot ` +
        'be sent to the model again; index the document anew',
    );
  }
  for (const name of sources) {
    update[name] = { set: document[name] };
  }
  update[tag.category] = { set: null };
  for (const name of reviewedFields(collection)) {
    update[name] = { set: null };
  }
  return withHistory(update, document, who, collection);
}

function guarded(document, { id }) {
  const update = { [id]: document[id] };
  if (document._version_ !== undefined) {
    update._version_ = document._version_;
  }
  return update;
}

function withHistory(update, document, who, collection) {
  const { history } = collection.tag;
  if (history) {
    update[history] = { set: historyAfter(document, who, collection) };
  }
  return update;
}

/**
 * The former tags and the one that goes now; the newest HISTORY_LIMIT. `who` gave the tag, where a
 * person did; `by` ended it.
 */
function historyAfter(document, { by, at }, collection) {
  const { tag, reviewed } = collection;
  const before = [document[tag.history] ?? []].flat();
  const parts = ['category', 'score', 'source', 'model', 'review'];
  const former = Object.fromEntries(parts.map((part) => [part, short(value(document, tag[part]))]));
  if (Object.values(former).every((part) => part === undefined)) {
    return before;
  }
  const who = isPersons(document, collection) ? short(value(document, reviewed.by)) : undefined;
  return [...before, JSON.stringify({ until: at, ...former, who, by })].slice(-HISTORY_LIMIT);
}

/** An entry must fit a string field, which takes some 32,000 bytes, six for each character. */
function short(part) {
  return typeof part === 'string' ? part.slice(0, HISTORY_CHARS).toWellFormed() : part;
}

/**
 * What happened to a document since somebody saw it: 'nothing' that matters here, 'model' (the
 * model tagged it anew and says something else), 'person' (somebody else decided) or 'text'.
 *
 * @param seen the fields of the decision as they were then, and `#text`, the hash of its text
 */
export function changeSince(seen, document, collection) {
  const { category } = collection.tag;
  if (seen['#text'] !== undefined && seen['#text'] !== hash(sourceText(collection, document))) {
    return 'text';
  }
  if (isPersons(document, collection)) {
    const names = [category, ...reviewedFields(collection)];
    return isSame(seen, document, names) ? 'nothing' : 'person';
  }
  if (isPersons(seen, collection)) {
    return 'model';
  }
  return value(seen, category) === value(document, category) ? 'nothing' : 'model';
}

/** What is kept of a document to compare it with later. */
export function seenOf(document, collection) {
  const { id, tag } = collection;
  const names = [id, '_version_', tag.history, ...decisionFields(collection)];
  return { ...only(document, names), '#text': hash(sourceText(collection, document)) };
}

/** The fields of a document after an update of it, whose version is the one that Solr answered. */
export function applied(seen, update, version) {
  const after = { ...seen, _version_: version };
  for (const [name, operation] of Object.entries(update)) {
    if (operation !== null && typeof operation === 'object') {
      after[name] = operation.set ?? undefined;
    }
  }
  return after;
}

/** Whether fields hold the same in both; an absent one is the same as an empty one. */
export function isSame(one, other, names) {
  return names.every(
    (name) => JSON.stringify(canonical(one, name)) === JSON.stringify(canonical(other, name)),
  );
}

/** Solr answers a date without the zeros at its end. */
function canonical(document, name) {
  const values = [document[name] ?? []].flat();
  return values.map((one) => (DATE.test(one) ? Date.parse(one) : one));
}

function only(document, names) {
  const kept = names.filter((name) => name !== undefined && document[name] !== undefined);
  return Object.fromEntries(kept.map((name) => [name, document[name]]));
}

/** 64 bits of FNV-1a in two halves: tells one text from another, and takes little room. */
export function hash(text) {
  let [one, two] = [0x811c9dc5, 0x01000193];
  for (let i = 0; i < text.length; i++) {
    one = Math.imul(one ^ text.charCodeAt(i), 0x01000193);
    two = Math.imul(two ^ text.charCodeAt(i), 0x5bd1e995);
  }
  return `${text.length}-${(one >>> 0).toString(36)}${(two >>> 0).toString(36)}`;
}
