/* SPDX-License-Identifier: Apache-2.0 */
import { has } from './collection.js';
import { readBucket, readDay } from './dates.js';
import { statesOf } from './states.js';
import { readWords } from './words.js';

export const PAGE_SIZE = 20;
/** Solr sorts all hits before a page, on every shard: further down it gets slow for everybody. */
export const DEEPEST = 10_000;
export const FACET_LIMIT = 100;
/** What the highlighter puts around words; nothing that one can type. */
export const MARK = { open: '\u0002', close: '\u0003' };
const ANSWER_MILLIS = 20_000;
const NOTHING = 'none';

/** The facets of terms: {name (in the address), field, label}. */
export function termFacets(collection) {
  const facets = [{ name: 'category', field: collection.tag.category, label: 'Category' }];
  collection.facets.forEach((field) => facets.push({ name: `f.${field}`, field, label: label(field) }));
  return facets.filter(({ field }) => has(collection, field));
}

/** A field's name for people: date_received is Date received. */
export function label(field) {
  const words = field.replace(/_/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The fields that words are looked for in: patterns cannot be searched. */
export function searched(collection) {
  return collection.texts.filter((field) => !field.includes('*'));
}

/** The name in the address of the choice of documents that have no value. */
export function missingName(facet) {
  return `${NOTHING}.${facet.name}`;
}

/** Everything that the search view shows, in one request to /select. */
export function searchBody(collection, params, span) {
  const page = pageOf(params);
  const body = {
    ...foundBody(collection, params),
    offset: (page - 1) * PAGE_SIZE,
    limit: PAGE_SIZE,
    fields: fieldsShown(collection),
    facet: { ...facets(collection, params), ...dateFacets(collection, span) },
  };
  body.params = { ...body.params, ...highlighting(collection), ...chosenParams(collection, params) };
  return body;
}

/** The hits around one: the ids of the one before, itself and the one behind. */
export function neighboursBody(collection, params, position) {
  const first = Math.max(position - 1, 0);
  return { ...foundBody(collection, params), offset: first, limit: position - first + 2, fields: [collection.id] };
}

/** What is searched for, how it is filtered and sorted. */
export function foundBody(collection, params) {
  const body = { query: query(collection, params), filter: filters(collection, params), sort: sort(collection, params) };
  return { ...body, params: { timeAllowed: ANSWER_MILLIS } };
}

export function pageOf(params) {
  const page = Number.parseInt(params.get('page') ?? '1', 10);
  return Math.min(Math.max(page || 1, 1), DEEPEST / PAGE_SIZE);
}

function query(collection, params) {
  const words = readWords(params.get('q') ?? '').query;
  const fields = searched(collection).join(' ');
  if (!words) {
    return '*:*';
  }
  const parser = { query: words, mm: '100%', lowercaseOperators: 'false' };
  return { edismax: fields ? { ...parser, qf: fields, pf: fields } : parser };
}

function filters(collection, params) {
  const found = termFacets(collection).map((facet) => termFilter(facet, params));
  found.push(stateFilter(collection, params));
  if (has(collection, collection.date)) {
    found.push(bucketFilter(collection.date, params), dayFilter(collection.date, params));
  }
  return found.filter(Boolean);
}

function anyOf(tag, clauses) {
  return clauses.length > 0 ? { [`#${tag}`]: { bool: { should: clauses } } } : null;
}

function termFilter(facet, params) {
  const clauses = params.getAll(facet.name).map((value) => ({ field: { f: facet.field, query: value } }));
  if (params.has(missingName(facet))) {
    clauses.push(`*:* -${facet.field}:*`);
  }
  return anyOf(facet.name, clauses);
}

function stateFilter(collection, params) {
  const chosen = params.getAll('state');
  return anyOf('state', statesOf(collection).filter(({ name }) => chosen.includes(name)).map((state) => state.query));
}

function bucketFilter(date, params) {
  const buckets = params.getAll('when').map(readBucket).filter(Boolean);
  return anyOf('when', buckets.map(({ start, end }) => `${date}:[${start} TO ${end}}`));
}

function dayFilter(date, params) {
  const from = readDay(params.get('from'));
  const to = readDay(params.get('to'));
  return from || to ? `${date}:[${from ? `${from}T00:00:00Z` : '*'} TO ${to ? `${to}T23:59:59.999Z` : '*'}]` : null;
}

function sort(collection, params) {
  const { id, tag, date } = collection;
  const newest = has(collection, date) ? [`${date} desc`] : [];
  const by = {
    __proto__: null,
    doubt: has(collection, tag.score) ? [`${doubt(collection)} asc`, ...newest] : newest,
    date: newest,
    oldest: newest.map((order) => order.replace('desc', 'asc')),
  };
  return [...(by[params.get('sort')] ?? ['score desc', ...newest]), `${id} asc`].join(', ');
}

// Without a category first, then the least certain; what a person said has no score and comes last.
function doubt({ tag }) {
  return `if(exists(${tag.category}),def(${tag.score},2),-1)`;
}

function fieldsShown(collection) {
  const { id, date, facets: fields, tag, reviewed } = collection;
  const shown = [tag.category, tag.score, tag.source, tag.review, reviewed.verdict, reviewed.by];
  return [id, date, ...fields, ...shown].filter((field) => has(collection, field));
}

function highlighting(collection) {
  const fields = searched(collection);
  return {
    hl: fields.length > 0,
    'hl.fl': fields.join(','),
    'hl.method': 'unified',
    'hl.snippets': 2,
    'hl.fragsize': 180,
    'hl.defaultSummary': true,
    'hl.tag.pre': MARK.open,
    'hl.tag.post': MARK.close,
  };
}

function facets(collection, params) {
  const found = {};
  for (const facet of termFacets(collection)) {
    const domain = { excludeTags: facet.name };
    found[facet.name] = { type: 'terms', field: facet.field, limit: FACET_LIMIT, mincount: 1, missing: true, domain };
    params.getAll(facet.name).forEach((_, i) => {
      found[`${facet.name}#${i}`] = { type: 'query', q: `{!field f=${facet.field} v=$${chosenParam(facet, i)}}`, domain };
    });
  }
  for (const { name, query: q } of statesOf(collection)) {
    found[`state#${name}`] = { type: 'query', q, domain: { excludeTags: 'state' } };
  }
  return found;
}

// Chosen values are counted even where they are not among the most frequent.
function chosenParam(facet, i) {
  return `docket.${facet.field.replace(/\W/g, '.')}.${i}`;
}

function chosenParams(collection, params) {
  const found = {};
  for (const facet of termFacets(collection)) {
    params.getAll(facet.name).forEach((value, i) => (found[chosenParam(facet, i)] = value));
  }
  return found;
}

function dateFacets(collection, span) {
  const { date, tag } = collection;
  if (!has(collection, date)) {
    return {};
  }
  const all = { type: 'query', q: '*:*', domain: { query: '*:*' }, facet: { first: `min(${date})`, last: `max(${date})` } };
  const undated = { type: 'query', q: `*:* -${date}:*`, domain: { excludeTags: 'when' } };
  if (!span) {
    return { all, undated };
  }
  const by = has(collection, tag.category) && { by: { type: 'terms', field: tag.category, limit: FACET_LIMIT } };
  const { start, end, gap } = span;
  const time = { type: 'range', field: date, start, end, gap, domain: { excludeTags: 'when' }, facet: by || {} };
  return { all, undated, time };
}
