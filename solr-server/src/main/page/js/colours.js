/* SPDX-License-Identifier: Apache-2.0 */

const COLOURS = 12;

/**
 * The class that draws a category in its colour, the same on every page and whatever is found: by
 * its place among the model's categories. From the 13th on colours come again, striped, from the
 * 25th dotted. A name always stands beside it.
 */
export function colour(collection, category) {
  const known = collection.categories.indexOf(category);
  const place = known >= 0 ? known : others(collection, category);
  return `c${place % COLOURS} t${Math.floor(place / COLOURS) % 3}`;
}

// What is not the model's, in the order in which the page met it.
function others(collection, category) {
  collection.others ??= new Map();
  const { others: met, categories } = collection;
  if (!met.has(category)) {
    met.set(category, categories.length + met.size);
  }
  return met.get(category);
}
