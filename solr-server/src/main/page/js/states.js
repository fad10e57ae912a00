/* SPDX-License-Identifier: Apache-2.0 */
import { has } from './collection.js';

/** What may have become of a tag; a document is in one of these states. */
export const STATES = [
  { name: 'look', label: 'To look at', needs: ['review'], query: (f) => `${f.review}:*` },
  { name: 'unseen', label: 'Model’s, not looked at', needs: ['category'], query: (f) => `+${f.category}:*${not(f.review)}${not(f.source, 'human')}` },
  { name: 'accepted', label: 'Accepted', needs: ['source', 'verdict'], query: (f) => `+${f.source}:human +${f.verdict}:accepted${not(f.review)}` },
  { name: 'corrected', label: 'Corrected or assigned', needs: ['source', 'verdict'], query: (f) => `+${f.source}:human +${f.verdict}:(corrected OR assigned)${not(f.review)}` },
  { name: 'person', label: 'A person’s, without a record', needs: ['source'], query: (f) => `+${f.source}:human${not(f.verdict)}${not(f.review)}` },
  { name: 'none', label: 'No tag', needs: ['category'], query: (f) => `+*:* -${f.category}:*${not(f.review)}${not(f.source, 'human')}` },
];

function not(field, value = '*') {
  return field ? ` -${field}:${value}` : '';
}

function fieldsOf(collection) {
  const { tag, reviewed } = collection;
  const fields = { category: tag.category, source: tag.source, review: tag.review, verdict: reviewed.verdict };
  return Object.fromEntries(Object.entries(fields).filter(([, field]) => has(collection, field)));
}

/** The states that the fields of a collection can tell apart: {name, label, query}. */
export function statesOf(collection) {
  const fields = fieldsOf(collection);
  return STATES.filter(({ needs }) => needs.every((need) => fields[need])).map(({ name, label, query }) => ({
    name,
    label,
    query: query(fields),
  }));
}

/** The state of one document. */
export function stateOf(collection, document) {
  const { category, source, review, verdict } = fieldsOf(collection);
  if (document[review]) {
    return 'look';
  }
  if (document[source] === 'human') {
    return { __proto__: null, accepted: 'accepted', corrected: 'corrected', assigned: 'corrected' }[document[verdict]] ?? 'person';
  }
  return document[category] ? 'unseen' : 'none';
}
