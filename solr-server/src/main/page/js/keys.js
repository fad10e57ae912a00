/* SPDX-License-Identifier: Apache-2.0 */
import { useEffect, useRef } from './lib.js';

// What keys do, the innermost view last; the last that knows a key gets it.
const layers = [];

/** The keys that do something now: [{key, what}], without those that have no words. */
export function keysNow() {
  const found = new Map();
  [...layers].reverse().flatMap((layer) => layer.current).forEach((one) => found.set(one.key, found.get(one.key) ?? one));
  return [...found.values()].filter((one) => one.what);
}

/**
 * Gives keys something to do while a component is there.
 *
 * @param {{key: string, what?: string, run: (event: KeyboardEvent) => void, typing?: boolean}[]} keys
 *     `key` as in KeyboardEvent.key; `what` it does, in words, for the list behind `?`; `typing`:
 *     also while somebody types in a field
 */
export function useKeys(keys) {
  const layer = useRef(keys);
  layer.current = keys;
  useEffect(() => {
    layers.push(layer);
    return () => layers.splice(layers.indexOf(layer), 1);
  }, []);
}

function isTyping(element) {
  return element.closest?.('textarea, select, [contenteditable]') || element.matches?.('input:not([type=checkbox], [type=radio])');
}

// The browser's own use of a key on what has the focus comes first.
function belongsTo(element, key) {
  return (key === 'Enter' || key === ' ') && element.closest?.('a, button, summary, input');
}

addEventListener('keydown', (event) => {
  if (document.querySelector('dialog[open]') || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) {
    return;
  }
  const typing = isTyping(event.target);
  for (const layer of [...layers].reverse()) {
    const found = layer.current.find((one) => one.key === event.key && (one.typing || !typing));
    if (found && !belongsTo(event.target, event.key)) {
      event.preventDefault();
      found.run(event);
      return;
    }
  }
});
