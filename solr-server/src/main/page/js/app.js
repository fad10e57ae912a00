/* SPDX-License-Identifier: Apache-2.0 */

// Docket's page: looks into a collection that Docket tags, and needs nothing but Solr and files.
//
// How a view plugs in
// - views.js names it: {title, tab?, load, when?(collection)}. Its address is #name?parameters.
// - load gives a promise of a preact component that gets {collection, params}. `collection` is what collection.js
//   found out (fields, categories, model, missing fields), `params` a URLSearchParams of the address.
// - It links with `href(view, params)` and goes elsewhere with `go(view, params)` (address.js); what
//   should survive a reload belongs there, not into state.
// - It asks Solr through `useAnswer(key, load)` (answers.js), which cuts off older requests and tries
//   again when Solr was gone; or with `ask` and `tell` (solr.js) where somebody decides something.
// - Keys: `useKeys([{key, what, run}])` (keys.js); they are listed behind `?` by themselves.
// - Words for those who listen: `say('…')` (announce.js).
// - Texts of a collection go into templates as ${text}, never into innerHTML: html escapes them.
// - No style="…": a style object, style=${{ width: '40%' }}, goes past the policy by the CSSOM.
// - The document view has a slot for a bar of decisions: `slots.Decision` (slots.js).
import { html, render, useEffect } from './lib.js';
import { href, useAddress } from './address.js';
import { useAnswer } from './answers.js';
import { open } from './collection.js';
import { Announcer } from './announce.js';
import { GoneBanner, Trouble } from './trouble.js';
import { Help } from './help.js';
import { fetchOthers, useView, views } from './views.js';

// By then the first hits are there.
const OTHERS_MILLIS = 1_000;

function Header({ collection, current }) {
  const tabs = Object.entries(views).filter(([, { tab, when }]) => tab && (!when || when(collection)));
  return html`<header class="top">
    <a class="skip" href="#content" onClick=${skip}>Skip to the content</a>
    <a class="brand" href=${href('search')}><strong>Docket</strong> <span>${collection?.name}</span></a>
    ${collection && html`<nav aria-label="Views"><ul>
      ${tabs.map(([name, { tab }]) => html`<li key=${name}><a href=${href(name)} aria-current=${name === current ? 'page' : null}>${tab}</a></li>`)}
    </ul></nav>`}
    <${Help} />
  </header>`;
}

function skip(event) {
  event.preventDefault();
  document.querySelector('main').focus();
}

function Page() {
  const { view, params } = useAddress();
  const { value: collection, error, loading } = useAnswer('collection', open);
  const name = views[view] && Object.hasOwn(views, view) ? view : 'search';
  useEffect(() => {
    document.title = collection ? `${views[name].title} · ${collection.name} · Docket` : 'Docket';
  }, [name, collection]);
  const { View, error: viewError } = useView(name);
  useEffect(() => void (collection && setTimeout(fetchOthers, OTHERS_MILLIS)), [collection]);
  return html`
    <${Header} collection=${collection} current=${name} />
    <${GoneBanner} />
    <main id="content" tabindex="-1">
      ${name !== view && html`<p class="notice" role="note">This page has no view ${JSON.stringify(view)}: here is the search.</p>`}
      ${error && html`<${Trouble} error=${error} what="The collection cannot be opened" />`}
      ${viewError && html`<${Trouble} error=${viewError} what="This part of the page cannot be loaded: load the page again" />`}
      ${collection && View && html`<${View} collection=${collection} params=${params} />`}
      ${!(collection && View) && !error && !viewError && html`<p class="waiting" aria-busy=${loading}>Asking Solr …</p>`}
    </main>
    <${Announcer} />`;
}

render(html`<${Page} />`, document.getElementById('page'));
