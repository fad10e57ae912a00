/* SPDX-License-Identifier: Apache-2.0 */

const OPERATOR = /^(AND|OR|NOT|&&|\|\|)$/;
const SPECIAL = /[+\-!(){}[\]^"~*?:\\/|&]+/g;

/**
 * What somebody typed, as a query that Solr's edismax parser understands.
 *
 * Solr would quietly search for something else where a query is broken; so we look first, and say.
 *
 * @returns {{query: string, problem: ?string}} the query, and in words why it is not the text itself
 */
export function readWords(text) {
  const problem = problemOf(text);
  if (!problem) {
    return { query: text.trim(), problem: null };
  }
  const words = text.replace(SPECIAL, ' ').split(/\s+/).filter((word) => word && !OPERATOR.test(word));
  return { query: words.join(' '), problem };
}

function problemOf(text) {
  const bare = text.replace(/\\./gs, '  ');
  if ((bare.split('"').length - 1) % 2 === 1) {
    return 'a quotation mark is not closed';
  }
  const outside = bare.replace(/"[^"]*"/g, ' x ');
  if (/\\$/.test(outside)) {
    return 'it ends with a backslash';
  }
  return bracketProblem(outside) ?? operatorProblem(outside);
}

function bracketProblem(text) {
  const closers = { '(': ')', '[': ']', '{': '}' };
  const open = [];
  for (const char of text.replace(/[[{][^\][{}]* TO [^\][{}]*[\]}]/g, ' x ')) {
    if (closers[char]) {
      open.push(closers[char]);
    } else if (')]}'.includes(char) && open.pop() !== char) {
      return 'a bracket is closed that is not open';
    }
  }
  return open.length > 0 ? 'a bracket is not closed' : null;
}

function operatorProblem(text) {
  const tokens = text.replace(/[()]/g, (bracket) => ` ${bracket} `).split(/\s+/).filter(Boolean);
  for (let i = 0; i < tokens.length; i++) {
    if (!OPERATOR.test(tokens[i])) {
      continue;
    }
    const before = tokens[i - 1];
    const after = tokens[i + 1];
    const binary = tokens[i] !== 'NOT';
    if (!after || after === ')' || (binary && (!before || before === '(' || OPERATOR.test(before)))) {
      return `${tokens[i]} has nothing ${!after || after === ')' ? 'after' : 'before'} it`;
    }
  }
  return null;
}
