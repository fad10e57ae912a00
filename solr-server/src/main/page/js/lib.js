/* SPDX-License-Identifier: Apache-2.0 */

// The libraries are UMD files that hang themselves on the window: their ES modules name each other
// by bare words, for which a browser needs an import map, and an import map is an inline script,
// which the page's policy refuses.
const { preact, preactHooks, htm } = globalThis;

export const { h, render, Fragment, createContext } = preact;
export const { useContext, useEffect, useLayoutEffect, useMemo, useRef, useState } = preactHooks;

/** Markup as a tagged template. What stands in `${}` is text or an attribute, never markup. */
export const html = htm.bind(h);
