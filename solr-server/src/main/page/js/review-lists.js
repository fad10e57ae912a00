/* SPDX-License-Identifier: Apache-2.0 */
import { has } from './collection.js';
import { isPersons, reviewedFields, value } from './decision.js';

/** Which lists there are to review, and what Solr is asked for them. */

const quoted = (text) => `"${text.replace(/[\\"]/g, '\\$&')}"`;

/** Documents whose tag is not a person's, as far as a query can tell. */
function undecided({ tag }) {
  return Boolean(tag.source) ? `(*:* -${tag.source}:*) OR ${tag.source}:model` : '*:*';
}


function leastCertainFirst({ id, tag }) {
  return Boolean(tag.score) ? `${tag.score} asc, ${id} asc` : `${id} asc`;
}

function withCategory({ tag, fallback }) {
  const given = `${tag.category}:*`;
  return fallback ? `${given} -${tag.category}:${quoted(fallback)}` : given;
}

function withoutCategory({ tag, fallback }) {
  const none = `(*:* -${tag.category}:*)`;
  return fallback ? `${none} OR ${tag.category}:${quoted(fallback)}` : none;
}

function isModels(document, collection) {
  return !isPersons(document, collection);
}

const LISTS = {
  doubt: {
    title: 'In doubt',
    what: 'what the model tagged and nobody decided, the least certain first',
    filter: (collection) => [undecided(collection), withCategory(collection)],
    sort: leastCertainFirst,
    holds: (document, collection) =>
      isModels(document, collection) && value(document, collection.tag.category) !== undefined,
  },
  none: {
    title: 'Without a category',
    what: 'what the model gave no category',
    filter: (collection) => [undecided(collection), withoutCategory(collection)],
    sort: ({ id }) => `${id} asc`,
    holds: isModels,
  },
  marked: {
    title: 'Marked',
    what: 'what the model says somebody should look at, and why',
    needs: ({ tag }) => Boolean(tag.review),
    filter: (collection, reason) => [
      undecided(collection),
      `${collection.tag.review}:${reason ? quoted(reason) : '*'}`,
    ],
    sort: leastCertainFirst,
    holds: (document, collection) =>
      isModels(document, collection) && value(document, collection.tag.review) !== undefined,
  },
  disagree: {
    title: 'Disagreements',
    what: 'what a person corrected, where the model had been the surest first',
    needs: ({ reviewed, missing }) => !missing.has(reviewed.verdict),
    filter: ({ reviewed }) => [`${reviewed.verdict}:corrected`],
    sort: ({ id, reviewed, missing }) =>
      missing.has(reviewed.modelScore) ? `${id} asc` : `${reviewed.modelScore} desc, ${id} asc`,
    holds: (document, { reviewed }) => value(document, reviewed.verdict) === 'corrected',
  },
};

/**
 * The lists of a collection.
 *
 * @returns {{name, title, what, filter: (reason) => string[], sort: string, holds: (document) =>
 *     boolean}[]} `holds`: whether a document still belongs there
 */
export function listsOf(collection) {
  return Object.entries(LISTS)
    .filter(([, { needs }]) => !needs || needs(collection))
    .map(([name, list]) => ({
      name,
      title: list.title,
      what: list.what,
      filter: (reason) => list.filter(collection, reason),
      sort: list.sort(collection),
      holds: (document) => list.holds(document, collection),
    }));
}

/** The request that counts every list, the reasons of the marked ones, and what was decided. */
export function countsBody(collection, found, decided) {
  const facet = {};
  for (const { name, filter } of listsOf(collection)) {
    facet[`list#${name}`] = { type: 'query', q: filter().map((one) => `+(${one})`).join(' ') };
  }
  if (Boolean(collection.tag.review)) {
    const domain = { filter: undecided(collection) };
    facet.reasons = { type: 'terms', field: collection.tag.review, limit: 20, domain };
  }
  if (decided) {
    facet.today = { type: 'query', q: '{!lucene v=$docket.today}', domain: { query: '*:*' } };
  }
  const params = decided ? { 'docket.today': todaysQuery(collection, decided) } : {};
  return { ...found, limit: 0, sort: undefined, facet, params };
}

/** What somebody decided since midnight, where they are. */
function todaysQuery({ reviewed }, who) {
  const midnight = new Date();
  midnight.setHours(0, 0, 0, 0);
  return `+${reviewed.by}:${quoted(who)} +${reviewed.at}:[${midnight.toISOString()} TO *]`;
}

/** The fields that reviewing needs of a document. */
export function fieldsRead(collection) {
  const { id, date, facets, texts, tag } = collection;
  const shown = [date, ...facets].filter((field) => has(collection, field));
  const names = [id, '_version_', ...texts, ...Object.values(tag), ...shown];
  return [...new Set([...names, ...reviewedFields(collection)])];
}
