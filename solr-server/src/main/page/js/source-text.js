/* SPDX-License-Identifier: Apache-2.0 */

/** The fields of a document that are categorized: as the plugin finds them, in its order. */
export function sourceFields(collection, document) {
  const names = Object.keys(document);
  const found = collection.texts.flatMap((pattern) => names.filter((name) => matches(pattern, name)).sort());
  return [...new Set(found)];
}

/** The text of a document as the plugin makes it: all values of these fields, one a line. */
export function sourceText(collection, document) {
  return sourceFields(collection, document).flatMap((field) => document[field]).map(String).join('\n');
}

function matches(pattern, name) {
  if (pattern.endsWith('*')) {
    return name.startsWith(pattern.slice(0, -1));
  }
  return pattern.startsWith('*') ? name.endsWith(pattern.slice(1)) : name === pattern;
}
