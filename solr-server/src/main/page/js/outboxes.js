/* SPDX-License-Identifier: Apache-2.0 */
import { useEffect, useState } from './lib.js';
import { Outbox } from './outbox.js';
import { ReviewSession } from './review-session.js';
import { probeReviewed } from './reviewed.js';
import { ask, tell } from './solr.js';

const all = new Map();

/** The one outbox of a collection in this window, with what was left unsent last time: it is sent. */
export function outboxOf(collection) {
  return workOf(collection).outbox;
}

/** What was done in this window. */
export function sessionOf(collection) {
  return workOf(collection).session;
}

function workOf(collection) {
  if (!all.has(collection.solr)) {
    const outbox = new Outbox(collection, { ask, tell, ready: () => probeReviewed(collection) }, localStorageOrNone());
    all.set(collection.solr, { outbox, session: new ReviewSession(collection, outbox) });
    if (!collection.readOnly) {
      outbox.pump();
    }
  }
  return all.get(collection.solr);
}

/** A browser may forbid even to look. */
function localStorageOrNone() {
  try {
    return globalThis.localStorage;
  } catch (error) {
    console.warn(error);
    return null;
  }
}

/** The outbox, and a new drawing whenever something happens in it; `hear` gets told what. */
export function useOutbox(collection, hear = () => {}) {
  const outbox = outboxOf(collection);
  const [, redraw] = useState(0);
  useEffect(
    () =>
      outbox.listen((told) => {
        hear(told);
        redraw((count) => count + 1);
      }),
    [outbox],
  );
  return outbox;
}

// Another window has sent what this one knew of from the storage.
addEventListener('storage', ({ key, newValue }) => {
  if (key !== null && newValue === null) {
    all.forEach(({ outbox }) => outbox.forget(key));
  }
});

// Nothing is lost, for it is in the storage; but somebody waits for it to be in the index.
addEventListener('beforeunload', (event) => {
  if ([...all.values()].some(({ outbox }) => outbox.entries.length > 0)) {
    event.preventDefault();
  }
});

// The network is back.
addEventListener('online', () => all.forEach(({ outbox }) => outbox.tryNow()));
