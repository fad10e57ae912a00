/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Why a categorizer answers as it does: {@link org.docket.explanation.Explainer}, over any {@link
 * org.docket.TextCategorizer}. API.
 */
package org.docket.explanation;
