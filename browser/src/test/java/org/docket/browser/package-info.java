/* SPDX-License-Identifier: Apache-2.0 */

/** A headless Chromium, for the tests of the modules whose pages it opens. */
package org.docket.browser;
