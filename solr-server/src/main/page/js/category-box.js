/* SPDX-License-Identifier: Apache-2.0 */
import { html, useEffect, useRef, useState } from './lib.js';
import { counted } from './format.js';

const MOST = 8;
const MOST_CHARS = 200;

/** The categories that fit what was typed: those that begin with it first. */
function fitting(categories, typed) {
  const wanted = typed.toLowerCase();
  const all = categories.filter((name) => name.toLowerCase().includes(wanted));
  const first = all.filter((name) => name.toLowerCase().startsWith(wanted));
  return [...new Set([...first, ...all])].slice(0, MOST);
}

/** What is chosen from: known categories, and what was typed where it is none. */
function optionsFor(categories, typed) {
  const words = typed.replace(/\s+/g, ' ').trim();
  if (!words) {
    return [];
  }
  const found = fitting(categories, words).map((name) => ({ name, isNew: false }));
  const isKnown = categories.some((name) => name.toLowerCase() === words.toLowerCase());
  return isKnown ? found : [...found, { name: words, isNew: true }];
}

/**
 * A box to type a category into: any that the model may give, or another one, which is asked back
 * once.
 *
 * @param {object} props categories, `choose(name)`, `leave()` (somebody wants out), `box` (a ref)
 */
export function CategoryBox({ categories, choose, leave, box }) {
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const [asked, setAsked] = useState(null);
  const options = optionsFor(categories, typed);
  const clear = () => {
    setTyped('');
    setActive(0);
    setAsked(null);
  };
  const pick = ({ name, isNew }) => {
    if (isNew && asked !== name) {
      setAsked(name);
      return;
    }
    clear();
    leave();
    choose(name);
  };
  const onKeyDown = (event) => {
    const moves = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in moves && options.length > 0) {
      event.preventDefault();
      setAsked(null);
      setActive((active + moves[event.key] + options.length) % options.length);
    } else if (event.key === 'Enter' && !event.repeat) {
      event.preventDefault();
      options[active] && pick(options[active]);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      clear();
      leave();
    }
  };
  return html`<div class="category-box">
    <label for="category-box">Another category <kbd aria-hidden="true">c</kbd></label>
    <input id="category-box" ref=${box} type="text" role="combobox" autocomplete="off" spellcheck=${false} maxlength=${MOST_CHARS}
      placeholder=${categories.length > 0 ? `one of ${counted(categories.length, 'category', 'categories')}, or a new one` : 'type its name'}
      aria-expanded=${options.length > 0} aria-controls="category-options" aria-autocomplete="list"
      aria-activedescendant=${options.length > 0 ? `category-option-${active}` : null}
      value=${typed} onKeyDown=${onKeyDown}
      onInput=${(event) => { setTyped(event.target.value); setActive(0); setAsked(null); }} />
    <ul id="category-options" role="listbox" aria-label="Categories" hidden=${options.length === 0}>
      ${options.map((option, i) => html`<${Option} key=${option.name} option=${option} id=${`category-option-${i}`} active=${i === active} pick=${() => { setActive(i); pick(option); }} />`)}
    </ul>
    <p class="asked" role="alert">${asked && html`The model does not know <strong dir="auto">${asked}</strong>. Choose it once more to give it all the same.`}</p>
  </div>`;
}

function Option({ option, id, active, pick }) {
  const element = useRef();
  useEffect(() => {
    active && element.current.scrollIntoView({ block: 'nearest' });
  }, [active]);
  // Before the field loses the focus.
  const onMouseDown = (event) => {
    event.preventDefault();
    pick();
  };
  return html`<li id=${id} ref=${element} role="option" aria-selected=${active} class=${option.isNew ? 'new' : null} onMouseDown=${onMouseDown}>
    ${option.isNew && 'New: '}<span dir="auto">${option.name}</span></li>`;
}
