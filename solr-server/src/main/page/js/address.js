/* SPDX-License-Identifier: Apache-2.0 */
import { useEffect, useState } from './lib.js';

// All that one sees stands behind the # of the address, so that it can be shared, kept and gone
// back to, and so that what somebody searches for is in no web server's log:
//   #search?q=escrow&category=Mortgage&f.state=NJ&sort=doubt&page=2
//   #document?id=4711&n=3&q=escrow…

const listeners = new Set();

/** The address as it is: the name of a view and its parameters (a URLSearchParams). */
export function read() {
  const text = location.hash.replace(/^#/, '');
  const mark = text.indexOf('?');
  const view = mark < 0 ? text : text.slice(0, mark);
  return { view: view || 'search', params: new URLSearchParams(mark < 0 ? '' : text.slice(mark + 1)) };
}

/** What a link to a view says as its href. */
export function href(view, params = new URLSearchParams()) {
  const query = new URLSearchParams(params).toString();
  return `#${view}${query && '?'}${query}`;
}

/** Goes to a view; with `replace`, the back button does not come back here. */
export function go(view, params, { replace = false } = {}) {
  const to = href(view, params);
  if (to === location.hash) {
    return;
  }
  history[replace ? 'replaceState' : 'pushState'](null, '', to);
  tell();
}

/** The parameters with some set (a string), set to several (an array) or taken out (null). */
export function withParams(params, changes) {
  const changed = new URLSearchParams(params);
  for (const [name, value] of Object.entries(changes)) {
    changed.delete(name);
    for (const one of [value].flat()) {
      if (one !== null && one !== undefined && one !== '') {
        changed.append(name, one);
      }
    }
  }
  return changed;
}

/** The parameters with a value of a name added, or taken out if it is there. */
export function toggled(params, name, value) {
  const values = params.getAll(name);
  const rest = values.filter((one) => one !== value);
  return withParams(params, { [name]: rest.length < values.length ? rest : [...values, value], page: null });
}

/** The address, and a new drawing whenever it changes. */
export function useAddress() {
  const [address, setAddress] = useState(read);
  useEffect(() => {
    const listener = () => setAddress(read());
    listeners.add(listener);
    listener();
    return () => listeners.delete(listener);
  }, []);
  return address;
}

function tell() {
  listeners.forEach((listener) => listener());
}

addEventListener('popstate', tell);
