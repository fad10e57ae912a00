/* SPDX-License-Identifier: Apache-2.0 */

// Always English, as the page is, and UTC, as Solr counts its days.
const NUMBER = new Intl.NumberFormat('en');
const SHARE = new Intl.NumberFormat('en', { style: 'percent' });
const FINE_SHARE = new Intl.NumberFormat('en', { style: 'percent', minimumFractionDigits: 1 });
const DAY = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const TIME = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
const MONTH = new Intl.DateTimeFormat('en', { month: 'short', year: 'numeric', timeZone: 'UTC' });

export const number = (value) => NUMBER.format(value);

/** 1 complaint, 2 complaints. */
export const counted = (count, one, many = `${one}s`) => `${number(count)} ${count === 1 ? one : many}`;

/** A probability: 97%, 3.2%; never 100% for what is less than certain, nor 0% for what is more. */
export function share(value) {
  if (value > 0.995 && value < 1) {
    return value >= 0.9995 ? '>99.9%' : FINE_SHARE.format(value);
  }
  if (value < 0.0005 && value > 0) {
    return '<0.1%';
  }
  return (value < 0.095 && value > 0 ? FINE_SHARE : SHARE).format(value);
}

export const day = (value) => dated(value, DAY);
export const time = (value) => dated(value, TIME, ' UTC');
export const month = (value) => dated(value, MONTH);

// What is no date stays as it is: it came from a collection.
function dated(value, format, suffix = '') {
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? String(value) : format.format(date) + suffix;
}

const POINTS = new Intl.NumberFormat('en', { signDisplay: 'exceptZero', minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** A difference of probabilities in percentage points: +64.8. */
export const points = (value) => POINTS.format(value * 100).replace('-', '−');

/** A word's weight, told. */
export const moved = (weight) => `${points(weight)} points, speaks ${weight > 0 ? 'for' : 'against'} it`;
