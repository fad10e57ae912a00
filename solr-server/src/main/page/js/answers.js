/* SPDX-License-Identifier: Apache-2.0 */
import { useEffect, useRef, useState } from './lib.js';
import { SolrGone } from './solr.js';

const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 15_000;

/** Who waits for Solr: functions that try again now. */
const waiting = new Set();
const listeners = new Set();
const kept = new Map();

/** Whether Solr is gone, and how to try again. */
export function useGone() {
  const [count, setCount] = useState(waiting.size);
  useEffect(() => {
    const listener = () => setCount(waiting.size);
    listeners.add(listener);
    listener();
    return () => listeners.delete(listener);
  }, []);
  return { gone: count > 0, tryNow: () => [...waiting].forEach((attempt) => attempt()) };
}

function wait(attempt, millis) {
  const timer = setTimeout(attempt, millis);
  waiting.add(attempt);
  listeners.forEach((listener) => listener());
  return () => {
    clearTimeout(timer);
    waiting.delete(attempt);
    listeners.forEach((listener) => listener());
  };
}

/**
 * Loads something whenever `key` changes. What was there stays until the newer answer comes; an
 * older one never comes after it, its request is cut off. If Solr is gone, tries again by itself,
 * later and later, and at once when somebody asks for it (see useGone).
 *
 * @param {?string} key what is loaded; null loads nothing
 * @param {(signal: AbortSignal) => Promise} load
 * @param {{keep?: string}} options under which name the value is kept for when one comes back
 * @returns {{value, of, error, loading, again}} `of`: the key that the value belongs to
 */
export function useAnswer(key, load, { keep } = {}) {
  const [state, setState] = useState(kept.get(keep) ?? { value: undefined, of: null, error: null, loading: true });
  const [round, setRound] = useState(0);
  const loader = useRef(load);
  loader.current = load;
  useEffect(() => {
    if (keep && state.of !== null) {
      kept.set(keep, state);
    }
  }, [state]);
  useEffect(() => (key === null ? undefined : start(key, loader, setState)), [key, round]);
  return { ...state, again: () => setRound((last) => last + 1) };
}

function start(key, loader, setState) {
  const controller = new AbortController();
  let stopWaiting = () => {};
  async function attempt(millis) {
    stopWaiting();
    setState((last) => ({ ...last, loading: true }));
    try {
      const value = await loader.current(controller.signal);
      settle({ value, of: key, error: null, loading: false });
    } catch (error) {
      failed(error, millis);
    }
  }
  function failed(error, millis) {
    if (controller.signal.aborted) {
      return;
    }
    if (error instanceof SolrGone) {
      stopWaiting = wait(() => attempt(Math.min(2 * millis, LONGEST_WAIT)), millis);
      setState((last) => ({ ...last, loading: false }));
      return;
    }
    console.error(error);
    setState((last) => ({ ...last, error, loading: false }));
  }
  function settle(state) {
    if (!controller.signal.aborted) {
      setState(state);
    }
  }
  attempt(FIRST_WAIT);
  return () => {
    controller.abort();
    stopWaiting();
  };
}
