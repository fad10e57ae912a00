/* SPDX-License-Identifier: Apache-2.0 */
import { html, useEffect, useRef } from './lib.js';
import { href } from './address.js';
import { say } from './announce.js';
import { has } from './collection.js';
import { isPersons, value } from './decision.js';
import { ExplainedText } from './explained-text.js';
import { day, share } from './format.js';
import { useKeys } from './keys.js';
import { label } from './query.js';
import { CategoryBox } from './category-box.js';
import { Choices } from './choices.js';
import { reviewActions } from './review-actions.js';
import { useReviewer } from './reviewer.js';
import { Tag } from './tag.js';
import { sourceText } from './source-text.js';

/** The document that is looked at, and all that one can do with it. At the end, only the way back. */
export function ReviewedDocument(props) {
  const { collection, queue, session } = props;
  const item = queue.current;
  const who = useReviewer(collection);
  const heading = useRef();
  const box = useRef();
  const actions = reviewActions({ ...props, who, box });
  useKeys(actions.keys);
  useEffect(() => item && arrive(queue, collection, heading.current), [item]);
  if (!item) {
    return session.steps.length > 0 && html`<p><button type="button" class="secondary" onClick=${actions.undo}>Undo the last step <kbd aria-hidden="true">u</kbd></button></p>`;
  }
  const { explanation } = item;
  const leave = () => heading.current.focus();
  return html`<article class="reviewed" aria-labelledby="reviewed-title">
    <div class="reviewed-text">
      <header><h2 id="reviewed-title" ref=${heading} tabindex="-1" dir="auto">${item.id}</h2>
        <${About} collection=${collection} document=${item.document} />
        <${Tag} collection=${collection} document=${item.document} />
        <${ModelsWord} collection=${collection} item=${item} />
      </header>
      <${ExplainedText} text=${sourceText(collection, item.document)} explanation=${explanation.answer?.explanation} />
      ${explanation.state === 'waiting' && html`<p class="waiting"><small>Asking the model which words moved it …</small></p>`}
      ${explanation.state === 'failed' && html`<p class="notice"><small>No words are marked. ${explanation.message}</small></p>`}
      ${explanation.answer?.truncated && html`<p class="notice"><small>The model did not read the text to its end.</small></p>`}
    </div>
    <div class="deciding">
      ${collection.readOnly
        ? html`<p class="notice">This page only shows: its server was started read-only, so nothing can be decided here.</p>`
        : html`<${Choices} collection=${collection} item=${item} choose=${actions.choose} />
          <${CategoryBox} key=${item.id} categories=${known(collection, item)} choose=${actions.choose} leave=${leave} box=${box} />`}
      <div class="actions">
        ${!collection.readOnly && html`<button type="button" class="accept" onClick=${actions.accept}>${isPersons(item.document, collection) ? 'Leave it so' : 'Accept'} <kbd aria-hidden="true">a</kbd></button>`}
        <button type="button" class="secondary" onClick=${actions.skip}>Skip <kbd aria-hidden="true">s</kbd></button>
        <button type="button" class="secondary" disabled=${session.steps.length === 0} onClick=${actions.undo}>Undo <kbd aria-hidden="true">u</kbd></button>
        ${!collection.readOnly && isPersons(item.document, collection) && html`<button type="button" class="secondary" onClick=${actions.giveBack}>Give back to the model <kbd aria-hidden="true">g</kbd></button>`}
      </div>
    </div>
  </article>`;
}

/** The categories that can be typed: the model's, and what stands beside the document. */
function known(collection, item) {
  return [...new Set([...collection.categories, ...item.choices.map(({ category }) => category)])];
}

/** Goes to the top of a new document, without taking somebody off a button, and says what it is. */
function arrive(queue, collection, heading) {
  const item = queue.current;
  const active = document.activeElement;
  if (!active?.isConnected || active === document.body || active.id === 'category-box') {
    heading.focus({ preventScroll: true });
  }
  const article = heading.closest('article');
  if (article.getBoundingClientRect().top < 0) {
    article.scrollIntoView({ block: 'start' });
  }
  const { tag } = collection;
  const score = value(item.document, tag.score);
  const category = value(item.document, tag.category) ?? 'no category';
  const words = `${item.id}: ${category}${score === undefined ? '' : `, ${share(score)}`}. ${sourceText(collection, item.document).slice(0, 200)}`;
  say(queue.said ? `${queue.said} ${words}` : words);
}

function About({ collection, document: found }) {
  const { date, facets, id } = collection;
  const parts = [];
  if (has(collection, date) && found[date] !== undefined) {
    parts.push(day(value(found, date)));
  }
  facets
    .filter((field) => value(found, field) !== undefined)
    .forEach((field) => parts.push(html`<span key=${field}><span class="hidden">${label(field)}: </span><span dir="auto">${[found[field]].flat().join(', ')}</span></span>`));
  return html`<p class="about">${parts.map((part) => html`${part} · `)}<a href=${href('document', { id: found[id] })}>all of it</a></p>`;
}

/** What the model said where a person decided, and what the one in service says if that differs. */
function ModelsWord({ collection, item }) {
  const { tag, reviewed } = collection;
  const { document: found, explanation } = item;
  const then = isPersons(found, collection) ? value(found, reviewed.modelCategory) : undefined;
  const score = value(found, reviewed.modelScore);
  const now = explanation.answer?.tag;
  const says = now && value(now, tag.category);
  const stood = value(found, tag.category);
  return html`
    ${then !== undefined && html`<p class="models-word">The model had said <strong dir="auto">${then}</strong>${score !== undefined && ` (${share(score)})`}${reviewed.model && found[reviewed.model] ? html`, <small dir="auto">${found[reviewed.model]}</small>` : ''}.</p>`}
    ${now && says !== stood && html`<p class="models-word now">The model in service says <strong dir="auto">${says ?? 'no category'}</strong>${now[tag.score] !== undefined ? ` (${share(value(now, tag.score))})` : ''} today.</p>`}`;
}
