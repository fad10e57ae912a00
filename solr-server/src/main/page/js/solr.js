/* SPDX-License-Identifier: Apache-2.0 */

const TIMEOUT_MILLIS = 30_000;
const GONE = new Set([502, 503, 504]);
// A string, which is left as it is, or a number.
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/gs;
const LONG = /^-?\d{16,}$/;

/** Solr gives no answer, or what stands in front of it says so. Worth another try. */
export class SolrGone extends Error {}

/** Solr answers, and says no. */
export class Refused extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

/** Somebody else changed the document (409). */
export class Conflict extends Refused {}

let collection = '';

/** Says where the collection is: /solr/complaints. */
export function connect(url) {
  collection = url.replace(/\/+$/, '');
}

/**
 * Asks Solr, by GET.
 *
 * @param {string} path below the collection: /get
 * @param {object} params a value may be an array
 * @param {{signal?: AbortSignal}} options
 * @returns the answer; each `_version_`, as any whole number of 16 digits or more, is a string of
 *     digits: JavaScript's numbers would round it
 * @throws {SolrGone|Conflict|Refused} or an AbortError if the signal says so
 */
export function ask(path, params = {}, options = {}) {
  return send(address(path, params), {}, options);
}

/** Tells Solr something as JSON, by POST; otherwise as `ask`. What is in a body, Solr does not log. */
export function tell(path, body, params = {}, options = {}) {
  const request = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
  return send(address(path, params), request, options);
}

function address(path, params) {
  // ${…} in what is asked for is text, too; Solr would put a parameter in its place.
  const query = new URLSearchParams({ wt: 'json', expandMacros: 'false' });
  for (const [name, value] of Object.entries(params)) {
    [value].flat().forEach((one) => query.append(name, one));
  }
  return `${collection}${path}?${query}`;
}

async function send(url, request, { signal }) {
  const timeout = AbortSignal.timeout(TIMEOUT_MILLIS);
  const signals = signal ? AbortSignal.any([signal, timeout]) : timeout;
  let response;
  let text;
  try {
    // Solr dates its answers by its last commit, /get too: a browser would keep what has changed since.
    response = await fetch(url, { cache: 'no-store', ...request, signal: signals });
    text = await response.text();
  } catch (error) {
    throw error.name === 'AbortError' ? error : new SolrGone(gone(error), { cause: error });
  }
  return judge(response, text);
}

function gone(error) {
  return error.name === 'TimeoutError' ? 'Solr gave no answer within 30 seconds' : 'Solr cannot be reached';
}

function judge(response, text) {
  if (GONE.has(response.status)) {
    throw new SolrGone(`Solr is not ready (${response.status})`);
  }
  const answer = parse(text);
  if (response.ok && answer && !answer.error) {
    return answer;
  }
  const status = response.ok ? (answer?.error?.code ?? 500) : response.status;
  const message = answer?.error?.msg ?? plain(response, text);
  throw status === 409 ? new Conflict(status, message) : new Refused(status, message);
}

function plain(response, text) {
  if (response.status === 404) {
    return `there is nothing at ${new URL(response.url).pathname}`;
  }
  const words = text.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').trim();
  return words.slice(0, 200) || `${response.status} ${response.statusText}, without a word`;
}

/** JSON whose long whole numbers become strings; undefined if it is none. */
export function parse(text) {
  try {
    const answer = JSON.parse(text.replace(TOKEN, (token) => (LONG.test(token) ? `"${token}"` : token)));
    return answer && typeof answer === 'object' ? withVersions(answer) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) {
      return undefined;
    }
    throw error;
  }
}

// A version has 19 digits, except where Solr says 0 or -1.
function withVersions(answer) {
  for (const document of [answer.doc, ...(answer.response?.docs ?? [])]) {
    if (document && typeof document._version_ === 'number') {
      document._version_ = String(document._version_);
    }
  }
  if (Array.isArray(answer.adds)) {
    answer.adds = answer.adds.map(String);
  }
  return answer;
}
