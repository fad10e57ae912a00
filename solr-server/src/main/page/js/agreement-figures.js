/* SPDX-License-Identifier: Apache-2.0 */

/**
 * How often people accept what a model says, next to how sure it was: one request, and what its
 * answer means. Pure.
 */

/** Where the bins of confidence begin; the last reaches to 1. */
const BINS = [0, 0.5, 0.6, 0.7, 0.8, 0.9];
const MOST_CATEGORIES = 1_000;
const MOST_MODELS = 50;
const MONTHS = 24;
/** Of the interval, two-sided; and of a warning, for all rows of a table together. */
const LEVEL = 0.05;
/** With fewer, a share says little, whatever it is. */
const FEW = 20;
/** With fewer, not even a warning: a person errs too. */
const FEWEST = 5;
/** With more trials, the binomial distribution is taken for normal. */
const MANY = 5_000;

/** The request to /select: all that was decided, counted. Assigned ones are told apart. */
export function agreementBody({ reviewed, missing }, found) {
  const { at, verdict, model, modelCategory, modelScore } = reviewed;
  const domain = { filter: `${verdict}:(accepted OR corrected)` };
  const knows = (field) => !missing.has(field);
  const figures = { accepted: { type: 'query', q: `${verdict}:accepted` } };
  if (knows(modelScore)) {
    figures.claim = `avg(${modelScore})`;
    figures.claimed = { type: 'query', q: `${modelScore}:*` };
  }
  const terms = (field, limit) => ({ type: 'terms', field, limit, missing: true, domain, facet: figures });
  const facet = {
    verdicts: { type: 'terms', field: verdict, limit: 10 },
    all: { type: 'query', q: '*:*', domain, facet: figures },
  };
  if (knows(modelCategory)) {
    facet.categories = { ...terms(modelCategory, MOST_CATEGORIES), numBuckets: true };
  }
  if (knows(model)) {
    facet.models = { ...terms(model, MOST_MODELS), numBuckets: true };
  }
  if (knows(modelScore)) {
    BINS.forEach((start, i) => {
      facet[`bin#${i}`] = { type: 'query', q: `${modelScore}:${range(i)}`, domain, facet: figures };
    });
    facet.unscored = { type: 'query', q: `*:* -${modelScore}:*`, domain };
  }
  if (knows(at)) {
    const byModel = knows(model) && { models: { ...terms(model, MOST_MODELS), domain: undefined } };
    const [start, end] = [`NOW/MONTH-${MONTHS - 1}MONTHS`, 'NOW/MONTH+1MONTH'];
    const time = { type: 'range', field: at, start, end, gap: '+1MONTH', other: 'before' };
    facet.months = { ...time, mincount: 1, domain, facet: { ...figures, ...byModel } };
  }
  const filter = [...found.filter, `${verdict}:*`];
  return { ...found, filter, sort: undefined, limit: 0, facet, params: {} };
}

function range(i) {
  return i + 1 < BINS.length ? `[${BINS[i]} TO ${BINS[i + 1]}}` : `[${BINS[i]} TO *]`;
}

function binLabel(i) {
  const end = i + 1 < BINS.length ? BINS[i + 1] : 1;
  return `${Math.round(BINS[i] * 100)}–${Math.round(end * 100)}%`;
}

/**
 * What the answer to agreementBody means.
 *
 * @returns {{looked, assigned, all, bins, unscored, categories, otherCategories, models, months,
 *     earlier}} rows {name, n, accepted, share, low, high, claim, finding}; `looked`: how many the
 *     model had given a category and a person accepted or corrected; months have rows by model
 */
export function agreementOf({ facets }) {
  const verdict = (name) => facets.verdicts?.buckets.find(({ val }) => val === name)?.count ?? 0;
  return {
    looked: facets.all?.count ?? 0,
    assigned: verdict('assigned'),
    all: rowOf('all', facets.all),
    bins: judged(BINS.map((_, i) => rowOf(binLabel(i), facets[`bin#${i}`])).filter(Boolean)),
    unscored: facets.unscored?.count ?? 0,
    categories: rowsOf(facets.categories),
    otherCategories: Math.max((facets.categories?.numBuckets ?? 0) - MOST_CATEGORIES, 0),
    models: rowsOf(facets.models),
    months: monthsOf(facets.months),
    earlier: facets.months?.before?.count ?? 0,
  };
}

function rowsOf(facet) {
  const rows = (facet?.buckets ?? []).map((bucket) => rowOf(bucket.val, bucket));
  if (facet?.missing?.count > 0) {
    rows.push(rowOf(null, facet.missing));
  }
  return judged(rows);
}

function monthsOf(facet) {
  const rows = (facet?.buckets ?? []).map((bucket) => {
    const models = rowsOf(bucket.models);
    return { ...rowOf(bucket.val, bucket), models: models.length > 1 ? models : [] };
  });
  return judged(rows.reverse());
}

/** A bucket as a row; null where it was not asked for. */
function rowOf(name, bucket) {
  if (!bucket) {
    return null;
  }
  const n = bucket.count;
  const accepted = bucket.accepted?.count ?? 0;
  // A mean over some of the documents claims nothing of all.
  const isWhole = n > 0 && bucket.claimed?.count === n;
  return { name, n, accepted, ...shareOf(accepted, n), claim: isWhole ? bucket.claim : undefined };
}

function shareOf(accepted, n) {
  return n === 0 ? {} : { share: accepted / n, ...wilson(accepted, n, LEVEL / 2) };
}

/** Wilson's score interval (Wilson 1927): holds also for few documents, and at 0 and 1. */
export function wilson(accepted, n, tail) {
  const z = quantile(tail);
  const p = accepted / n;
  const middle = (p + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z / (1 + (z * z) / n)) * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  return { low: accepted === 0 ? 0 : middle - half, high: accepted === n ? 1 : middle + half };
}

/**
 * Says of each row of a table what it shows: 'below' or 'above' what the model claims, beyond what
 * chance does in any of the rows (binomial test, Bonferroni); 'few'; 'fits'; 'chance' (a claim
 * outside of the interval of a single row, as one row in twenty has it); or 'unclaimed'. The
 * scores of a row differ, and its count varies less than one of equal scores would: this errs
 * towards 'fits'.
 */
function judged(rows) {
  const tail = LEVEL / 2 / Math.max(rows.filter(({ n }) => n > 0).length, 1);
  return rows.map((row) => ({ ...row, finding: findingOf(row, tail) }));
}

function findingOf({ n, accepted, claim, low, high }, tail) {
  if (n < FEWEST) {
    return n === 0 ? 'none' : 'few';
  }
  if (claim !== undefined && atMost(accepted, n, claim) < tail) {
    return 'below';
  }
  if (claim !== undefined && atMost(n - accepted, n, 1 - claim) < tail) {
    return 'above';
  }
  if (n < FEW) {
    return 'few';
  }
  if (claim === undefined) {
    return 'unclaimed';
  }
  return claim < low || claim > high ? 'chance' : 'fits';
}

/** The probability of at most k successes in n trials, each with probability p. */
export function atMost(k, n, p) {
  if (k >= n || p <= 0) {
    return 1;
  }
  if (p >= 1) {
    return 0;
  }
  if (n > MANY) {
    const z = (n * p - k - 0.5) / Math.sqrt(n * p * (1 - p));
    return z >= 0 ? exceeding(z) : 1 - exceeding(-z);
  }
  const odds = Math.log(p) - Math.log1p(-p);
  let term = n * Math.log1p(-p);
  let sum = Math.exp(term);
  for (let i = 0; i < k; i++) {
    term += Math.log((n - i) / (i + 1)) + odds;
    sum += Math.exp(term);
  }
  return sum;
}

/** The z that a normal variable exceeds with a probability below one half, by bisection. */
function quantile(tail) {
  let [low, high] = [0, 40];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (exceeding(middle) > tail) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return (low + high) / 2;
}

/** The probability that a normal variable exceeds z; Abramowitz and Stegun 26.2.17, error < 1e-7. */
function exceeding(z) {
  const t = 1 / (1 + 0.2316419 * z);
  const terms = [0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429];
  const sum = terms.reduceRight((rest, term) => (rest + term) * t, 0);
  return (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * sum;
}
