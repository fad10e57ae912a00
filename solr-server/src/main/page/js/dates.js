/* SPDX-License-Identifier: Apache-2.0 */
import { month } from './format.js';

const MONTHS = { month: 1, quarter: 3, year: 12 };
const MOST_MONTHS = 36;
const MOST_QUARTERS = 48;

const monthsOf = (date) => date.getUTCFullYear() * 12 + date.getUTCMonth();
const dateOf = (months) => {
  const date = new Date(Date.UTC(2000, ((months % 12) + 12) % 12));
  date.setUTCFullYear(Math.floor(months / 12)); // years below 100 are not those of the 20th century
  return date;
};
const iso = (months) => dateOf(months).toISOString();

/**
 * How a span of time is cut so that there are neither too many nor too few bars.
 *
 * @param {string} first an ISO date
 * @param {string} last
 * @returns {{unit, start, end, gap}} for Solr's range facet, or null if these are no dates
 */
export function cut(first, last) {
  const from = monthsOf(new Date(first));
  const to = monthsOf(new Date(last));
  if (!(to >= from)) {
    return null;
  }
  const span = to - from + 1;
  const unit = span <= MOST_MONTHS ? 'month' : span <= 3 * MOST_QUARTERS ? 'quarter' : 'year';
  const years = unit === 'year' ? Math.ceil(span / 12 / MOST_QUARTERS) : 1;
  const size = MONTHS[unit] * years;
  const start = Math.floor(from / size) * size;
  const end = Math.floor(to / size) * size + size;
  return { unit, start: iso(start), end: iso(end), gap: `+${size}MONTHS`, size };
}

/** The name of a bar in the address: 2023-03~1, its first month and how many there are. */
export function bucketName(start, size) {
  return `${start.replace(/-\d\dT.*$/, '')}~${size}`;
}

/** What a name of a bar stands for: {start, end} in ISO and words; null for what is none. */
export function readBucket(name) {
  const match = /^(-?\d{4,6})-(\d\d)~(\d{1,4})$/.exec(name);
  if (!match || match[2] < 1 || match[2] > 12 || match[3] < 1) {
    return null;
  }
  const start = Number(match[1]) * 12 + Number(match[2]) - 1;
  return { start: iso(start), end: iso(start + Number(match[3])), label: bucketLabel(iso(start), Number(match[3])) };
}

/** Mar 2023, 2023 Q1, 2023, 2020–2024. */
export function bucketLabel(start, size) {
  const date = new Date(start);
  const year = date.getUTCFullYear();
  if (size === 1) {
    return month(start);
  }
  if (size === 3) {
    return `${year} Q${date.getUTCMonth() / 3 + 1}`;
  }
  return size === 12 ? String(year) : `${year}–${year + size / 12 - 1}`;
}

/** A day of the address, 2023-03-31, if it is one. */
export function readDay(text) {
  return /^\d{4}-\d\d-\d\d$/.test(text ?? '') && !Number.isNaN(Date.parse(text)) ? text : null;
}
