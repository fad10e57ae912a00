/* SPDX-License-Identifier: Apache-2.0 */
import { useEffect, useState } from './lib.js';
import { Search } from './search.js';
import { slots } from './slots.js';

/**
 * The views by their name in the address: see app.js. Those with a `tab` stand in the header. The
 * first page of hits waits for the search's modules alone; those of the others come after it.
 */
export const views = {
  search: { title: 'Search', tab: 'Search', View: Search },
  review: { title: 'Review', tab: 'Review', load: async () => (await import('./review.js')).Review },
  agreement: { title: 'Agreement', tab: 'Agreement', load: async () => (await import('./agreement.js')).Agreement },
  document: { title: 'Document', load: openDocument },
};

async function openDocument() {
  const [{ OpenDocument }, { DecisionBar }] = await Promise.all([import('./document.js'), import('./decision-bar.js')]);
  slots.Decision = DecisionBar;
  return OpenDocument;
}

/** The component of a view, {View}, once its modules are there; or the {error} that they cannot be had. */
export function useView(name) {
  const [failed, setFailed] = useState({});
  useEffect(() => {
    const done = (error) => setFailed({ of: name, error });
    fetchView(views[name]).then(() => done(null), done);
  }, [name]);
  const { View } = views[name];
  return { View, error: !View && failed.of === name ? failed.error : null };
}

async function fetchView(view) {
  view.View ??= await view.load();
}

/** Fetches all views, so that they are there even when the server has gone. */
export function fetchOthers() {
  Object.values(views).forEach((view) => fetchView(view).catch(() => {})); // is tried again when opened
}
