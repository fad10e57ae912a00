/* SPDX-License-Identifier: Apache-2.0 */
import { ask, connect, Refused, SolrGone, tell } from './solr.js';

// What docs/solr.md calls the fields, for a collection that does not tell.
const USUAL = {
  sources: [],
  category: 'predicted_category',
  score: 'predicted_score',
  categories: 'predicted_categories',
  scores: 'predicted_scores',
  source: 'predicted_source',
  model: 'predicted_model',
  review: 'predicted_review',
  history: 'predicted_history',
};
/** Another origin, which the page's policy keeps it from, would look like a Solr that is gone. */
const OWN_PATH = /^\/[^/\\]/;
const REVIEWED = {
  by: 'reviewed_by',
  at: 'reviewed_at',
  verdict: 'reviewed_verdict',
  model: 'reviewed_model',
  modelCategory: 'reviewed_model_category',
  modelScore: 'reviewed_model_score',
  modelReview: 'reviewed_model_review',
};

/**
 * What the page knows of the collection that it shows.
 *
 * @typedef {object} Collection
 * @property {string} solr its address: /solr/complaints
 * @property {string} name complaints
 * @property {boolean} readOnly
 * @property {?string} reviewer who reviews, if the server knows
 * @property {string} id the field of ids
 * @property {string[]} texts the fields that are categorized, as they are set; may hold patterns
 * @property {object} tag names of the fields of a tag: category, score, categories, scores, source,
 *     model, review, failure, history; those that there are
 * @property {object} reviewed names of the fields of a person's decision: by, at, verdict, model,
 *     modelCategory, modelScore, modelReview
 * @property {?string} date the field of the date
 * @property {string[]} facets
 * @property {string[]} categories that the model may give, sorted; empty if nobody tells
 * @property {?object} model in service: name, sha256, tag
 * @property {?string} fallback the category of documents that get none of the model's
 * @property {Set<string>} missing fields that turned out not to be there, or not to be usable
 * @property {?string} trouble why /doccat tells nothing
 * @property {?{first: string, last: string}} dates of the oldest and the newest document, once known
 */

/** Reads config.json and asks the collection what it is. */
export async function open() {
  const config = await readConfig();
  connect(config.solr);
  const [{ info, trouble }, dates] = await Promise.all([readInfo(), readDates(config.fields?.date)]);
  const { sources, ...tag } = info?.fields ?? USUAL;
  return {
    solr: config.solr,
    name: config.solr.split('/').filter(Boolean).pop() ?? config.solr,
    readOnly: config.readOnly === true,
    reviewer: config.reviewer ?? null,
    id: info?.uniqueKey ?? config.fields?.id ?? 'id',
    texts: sources?.length ? sources : [config.fields?.text ?? 'narrative'],
    tag,
    reviewed: REVIEWED,
    date: config.fields?.date ?? null,
    facets: config.fields?.facets ?? [],
    categories: info?.categories ?? [],
    model: info?.model ?? null,
    fallback: info?.fallback ?? null,
    missing: new Set(),
    trouble,
    dates,
  };
}

async function readConfig() {
  const url = new URL('config.json', document.baseURI);
  let response;
  try {
    response = await fetch(url, { cache: 'no-cache' });
  } catch (error) {
    throw new SolrGone('The web server cannot be reached', { cause: error });
  }
  const config = await response.json().catch(() => null);
  if (!response.ok || typeof config?.solr !== 'string') {
    throw new Refused(response.ok ? null : response.status, `${url.pathname} must be JSON with the address of the collection: {"solr": "/solr/complaints"}`);
  }
  if (!OWN_PATH.test(config.solr)) {
    throw new Refused(null, `"solr" in ${url.pathname} must be a path on the page's own origin, such as /solr/complaints: the page may ask no other server`);
  }
  const facets = config.fields?.facets ?? [];
  if (!Array.isArray(facets) || ![config.fields?.date ?? '', ...facets].every((name) => typeof name === 'string')) {
    throw new Refused(null, `"fields" in ${url.pathname} must name fields: {"date": "date_received", "facets": ["company", "state"]}`);
  }
  return config;
}

// The first search shows time in bars already. What is refused here, the search meets and tells.
async function readDates(date) {
  if (!date) {
    return null;
  }
  try {
    const answer = await tell('/select', { query: '*:*', limit: 0, facet: { first: `min(${date})`, last: `max(${date})` } });
    return answer.facets;
  } catch (error) {
    if (error instanceof Refused) {
      return null;
    }
    throw error;
  }
}

async function readInfo() {
  try {
    return { info: await ask('/doccat', { info: true }), trouble: null };
  } catch (error) {
    if (error instanceof Refused) {
      return { info: null, trouble: error.message };
    }
    throw error;
  }
}

/** Whether a field is set and has not turned out to be missing. */
export function has(collection, field) {
  return Boolean(field) && !collection.missing.has(field);
}

/**
 * Runs what asks for fields; where Solr refuses one of them, runs it again without, so that a
 * collection without a date or a company is shown all the same. Read-only servers do not show
 * their schema, so this is how to find out.
 */
export async function withoutMissing(collection, run) {
  for (;;) {
    try {
      return await run();
    } catch (error) {
      const field = error instanceof Refused && error.status === 400 && refusedField(collection, error.message);
      if (!field) {
        throw error;
      }
      collection.missing.add(field);
    }
  }
}

function refusedField(collection, message) {
  const words = new Set(message.split(/[^\p{L}\p{N}_.-]+/u));
  return optional(collection).find((field) => words.has(field) && !collection.missing.has(field));
}

function optional({ date, facets, tag, reviewed }) {
  return [date, ...facets, ...Object.values(tag), ...Object.values(reviewed)].filter(Boolean);
}
