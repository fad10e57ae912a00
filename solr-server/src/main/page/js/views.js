/* SPDX-License-Identifier: Apache-2.0 */
import { Search } from './search.js';
import { OpenDocument } from './document.js';
import { Review } from './review.js';
import { Agreement } from './agreement.js';
import { DecisionBar } from './decision-bar.js';
import { slots } from './slots.js';

slots.Decision = DecisionBar;

/** The views by their name in the address: see app.js. Those with a `tab` stand in the header. */
export const views = {
  search: { title: 'Search', tab: 'Search', View: Search },
  review: { title: 'Review', tab: 'Review', View: Review },
  agreement: { title: 'Agreement', tab: 'Agreement', View: Agreement },
  document: { title: 'Document', View: OpenDocument },
};
