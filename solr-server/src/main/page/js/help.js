/* SPDX-License-Identifier: Apache-2.0 */
import { html, useLayoutEffect, useRef, useState } from './lib.js';
import { keysNow, useKeys } from './keys.js';

const NAMES = { ' ': 'Space', ArrowDown: '↓', ArrowUp: '↑', ArrowLeft: '←', ArrowRight: '→', Escape: 'Esc' };

/** The button and the dialog that list the keys. */
export function Help() {
  const [keys, setKeys] = useState(null);
  const dialog = useRef();
  useKeys([{ key: '?', what: 'Show the keys', run: () => setKeys(keysNow()) }]);
  useLayoutEffect(() => {
    if (keys && !dialog.current.open) {
      dialog.current.showModal();
    }
  }, [keys]);
  const close = () => dialog.current.close();
  return html`<button type="button" class="help" aria-haspopup="dialog" onClick=${() => setKeys(keysNow())}>Keys <kbd aria-hidden="true">?</kbd></button>
    ${keys && html`<dialog ref=${dialog} aria-labelledby="keys-title" onClose=${() => setKeys(null)} onClick=${(event) => event.target === dialog.current && close()}>
      <article>
        <h2 id="keys-title">Keys</h2>
        <dl class="keys">${keys.map(({ key, what }) => html`<div key=${key}><dt><kbd>${NAMES[key] ?? key}</kbd></dt><dd>${what}</dd></div>`)}</dl>
        <button type="button" onClick=${close}>Close</button>
      </article>
    </dialog>`}`;
}
