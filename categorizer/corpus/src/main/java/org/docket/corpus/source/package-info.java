/* SPDX-License-Identifier: Apache-2.0 */
/** From bytes to text. For Docket's own modules; not API. */
package org.docket.corpus.source;
