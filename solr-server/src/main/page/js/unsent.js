/* SPDX-License-Identifier: Apache-2.0 */

/**
 * What waits to be sent, in the browser's storage: one item for each, so that windows that share
 * it do not overwrite each other's.
 */
export class UnsentStore {
  /** What is wrong with the storage, in words, or null. */
  trouble = null;
  #prefix;
  #storage;
  #count = 0;

  /** @param {string} solr the address of the collection */
  constructor(solr, storage) {
    this.#prefix = prefixOf(solr);
    this.#storage = storage;
  }

  /** Names sort by the time at which they were made. */
  newKey() {
    const random = crypto.getRandomValues(new Uint32Array(1))[0].toString(36);
    const [millis, count] = [String(Date.now()).padStart(15, '0'), String(this.#count++)];
    return `${this.#prefix}${millis}-${count.padStart(6, '0')}-${random}`;
  }

  load() {
    try {
      const keys = Object.keys(this.#storage).filter((key) => key.startsWith(this.#prefix));
      return keys.sort().map((key) => this.#read(key)).filter(Boolean);
    } catch (error) {
      this.#fails(error);
      return [];
    }
  }

  #read(key) {
    try {
      const entry = JSON.parse(this.#storage.getItem(key));
      if (entry.key === key && entry.id !== undefined && entry.seen && entry.who) {
        return entry;
      }
    } catch (error) {
      console.warn(error);
    }
    this.trouble = `A decision in this browser's storage cannot be read (${key}), and is not sent.`;
    return null;
  }

  save(entry) {
    try {
      // What somebody else did is read again when it is needed.
      const { theirs, ...kept } = entry;
      const state = entry.state === 'conflict' ? 'waiting' : entry.state;
      this.#storage.setItem(entry.key, JSON.stringify({ ...kept, state }));
    } catch (error) {
      this.#fails(error);
    }
  }

  remove(entry) {
    try {
      this.#storage.removeItem(entry.key);
    } catch (error) {
      this.#fails(error);
    }
  }

  #fails(error) {
    console.warn(error);
    this.trouble =
      'This browser stores nothing for this page, so decisions that are not sent yet are lost when ' +
      'the page is closed.';
  }
}

/** How the names of all items of a collection begin. */
export function prefixOf(solr) {
  return `docket.unsent:${solr}:`;
}
