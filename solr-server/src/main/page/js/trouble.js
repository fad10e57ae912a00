/* SPDX-License-Identifier: Apache-2.0 */
import { html } from './lib.js';
import { useGone } from './answers.js';

/** Says that Solr is gone, for as long as it is. */
export function GoneBanner() {
  const { gone, tryNow } = useGone();
  return html`<div role="alert" class="gone-place">
    ${gone && html`<div class="gone">
      <p><strong>Solr does not answer.</strong> What is on the page may be old. It is asked again every few seconds.</p>
      <button type="button" onClick=${tryNow}>Try now</button>
    </div>`}
  </div>`;
}

/** Says what Solr refused. */
export function Trouble({ error, what }) {
  return html`<div class="trouble" role="alert">
    <h2>${what}</h2>
    <p>${error.status ? `Solr says (${error.status}):` : 'The page says:'} <code>${error.message}</code></p>
    ${hint(error) && html`<p>${hint(error)}</p>`}
  </div>`;
}

function hint({ status }) {
  if (status === 401 || status === 403) {
    return 'Log in where Solr asks for it, or ask whoever runs it for the permission to read; then load the page again.';
  }
  if (status === 404) {
    return 'Is the name of the collection in config.json right, and does the core exist?';
  }
  return null;
}
