/* SPDX-License-Identifier: Apache-2.0 */
import { html, useEffect, useMemo, useRef, useState } from './lib.js';
import { href, withParams } from './address.js';
import { useAnswer } from './answers.js';
import { withoutMissing } from './collection.js';
import { counted, number } from './format.js';
import { foundBody } from './query.js';
import { sessionOf, useOutbox } from './outboxes.js';
import { MissingFields } from './missing-fields.js';
import { countsBody, listsOf } from './review-lists.js';
import { ReviewQueue } from './review-queue.js';
import { ReviewedDocument } from './review-document.js';
import { probeReviewed } from './reviewed.js';
import { Reviewer, useReviewer } from './reviewer.js';
import { Scope } from './scope.js';
import { ask, tell } from './solr.js';
import { reason as inWords } from './tag.js';
import { Trouble } from './trouble.js';
import { Unsent } from './unsent-bar.js';

const NOTICES = 3;

/** The view to review documents one after the other, by keyboard. */
export function Review({ collection, params }) {
  const { value: probed, error } = useAnswer('reviewed', () => probeReviewed(collection));
  return html`<h1 class="hidden">Review</h1>
    <${Unsent} collection=${collection} />
    ${error && html`<${Trouble} error=${error} what="The documents to review cannot be listed" />`}
    ${!probed && !error && html`<p class="waiting" aria-busy="true">Asking Solr …</p>`}
    ${probed && html`<${Lists} collection=${collection} params=${params} />`}`;
}

function Lists({ collection, params }) {
  const reviewer = useReviewer(collection);
  const lists = listsOf(collection);
  const list = lists.find(({ name }) => name === params.get('list')) ?? lists[0];
  const reason = list.name === 'marked' ? params.get('reason') : null;
  const key = withParams(params, { list: list.name, reason }).toString();
  const { value: counts } = useAnswer(`${key} ${reviewer}`, (signal) => count(collection, params, reviewer, signal));
  return html`
    <div class="review-top">
      <nav aria-label="Lists to review"><ul class="lists">
        ${lists.map(({ name, title }) => html`<li key=${name}><a href=${href('review', withParams(params, { list: name, reason: null }))} aria-current=${name === list.name ? 'page' : null}>${title}${counts && html` <small>${number(counts[`list#${name}`].count)}</small>`}</a></li>`)}
      </ul></nav>
      <${Reviewer} collection=${collection} />
    </div>
    ${list.name === 'marked' && html`<${Reasons} params=${params} counts=${counts} reason=${reason} />`}
    <${Scope} view="review" params=${params} />
    <${MissingFields} collection=${collection} />
    <${Queue} key=${key} collection=${collection} list=${list} reason=${reason} params=${params} today=${counts?.today?.count} />`;
}

async function count(collection, params, reviewer, signal) {
  const { reviewed, missing } = collection;
  const knows = reviewer && !missing.has(reviewed.by) && !missing.has(reviewed.at);
  const body = () => countsBody(collection, foundBody(collection, params), knows ? reviewer : null);
  const answer = await withoutMissing(collection, () => tell('/select', body(), {}, { signal }));
  return answer.facets;
}

function Reasons({ params, counts, reason }) {
  const buckets = counts?.reasons?.buckets ?? [];
  const link = (value, words, found) => html`<li key=${value ?? ''}><a href=${href('review', withParams(params, { reason: value }))} aria-current=${value === reason ? 'true' : null}>${words}${found !== undefined && html` <small>${number(found)}</small>`}</a></li>`;
  return html`<nav aria-label="Why somebody should look"><ul class="lists reasons">
    ${link(null, 'for any reason')}
    ${buckets.map(({ val, count: found }) => link(val, inWords(val), found))}
  </ul></nav>`;
}

/** The queue of one list, of one search. */
function Queue({ collection, list, reason, params, today }) {
  const [, redraw] = useState(0);
  const [notices, setNotices] = useState([]);
  const tells = useRef();
  tells.current = {
    change: () => redraw((last) => last + 1),
    notice: (words) => setNotices((last) => [...last, words].slice(-NOTICES)),
  };
  const begin = () =>
    new ReviewQueue(collection, { list, reason, params }, { ask, tell }, {
      change: () => tells.current.change(),
      notice: (words) => tells.current.notice(words),
    });
  const [queue, setQueue] = useState(begin);
  useEffect(() => {
    queue.next();
    return () => queue.close();
  }, [queue]);
  useOutbox(collection, (told) => heard(told, queue, collection, tells.current.notice));
  const session = sessionOf(collection);
  const before = useMemo(() => session.decided, [today]);
  const done = { decided: session.decided, today: today === undefined ? null : today + session.decided - before };
  return html`
    <${Progress} queue=${queue} done=${done} skipped=${session.skippedIn(queue)} />
    ${notices.map((words, i) => html`<p key=${`${words}${i}`} class="notice left-out" role="status" dir="auto">${words}</p>`)}
    <${Phase} collection=${collection} list=${list} queue=${queue} session=${session} notices=${tells.current.notice} again=${() => setQueue(begin())} forgetNotices=${() => setNotices([])} />`;
}

function heard({ type, entry, document }, queue, collection, notice) {
  if (type === 'sent') {
    const { '#text': text, ...fields } = document;
    queue.refresh(entry.id, fields);
  } else if (type === 'deleted') {
    notice(`${entry.id} was deleted meanwhile: the decision on it has nowhere to go.`);
  } else if (type === 'agreed') {
    const who = document[collection.reviewed.by] ?? 'Somebody';
    notice(`${who} decided ${entry.id} just like you, and first: theirs stays.`);
  }
}

function Progress({ queue, done, skipped }) {
  return html`<p class="progress" aria-label="Progress">
    <span><strong>${number(done.decided)}</strong> decided now</span>
    ${done.today !== null && html`<span><strong>${number(done.today)}</strong> today</span>`}
    ${skipped > 0 && html`<span><strong>${number(skipped)}</strong> skipped</span>`}
    ${queue.phase !== 'loading' && html`<span><strong>${number(queue.left)}</strong> left in this list</span>`}
  </p>`;
}

function Phase(props) {
  const { queue, list, session, again } = props;
  const skipped = session.skippedIn(queue);
  if (queue.phase === 'refused') {
    return html`<${Trouble} error=${queue.error} what="This list cannot be loaded" />`;
  }
  if (queue.phase === 'gone') {
    return html`<p class="notice" role="alert">Solr does not answer, and no further document is loaded. It is asked again every few seconds; what you decided is kept.</p>`;
  }
  if (queue.phase === 'end') {
    return html`<section class="end"><h2 tabindex="-1">${queue.found === 0 ? 'Nothing is here to review.' : 'That was the last one.'}</h2>
      <p>This list holds ${list.what}. ${skipped > 0 ? `You skipped ${counted(skipped, 'document')}.` : ''}</p>
      <p><button type="button" onClick=${again}>Look again from the beginning</button></p>
      <${ReviewedDocument} ...${props} /></section>`;
  }
  return queue.current ? html`<${ReviewedDocument} ...${props} />` : html`<p class="waiting" aria-busy="true">Asking Solr …</p>`;
}
