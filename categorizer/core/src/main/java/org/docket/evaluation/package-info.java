/* SPDX-License-Identifier: Apache-2.0 */
/** How good a categorizer is: metrics over any {@link org.docket.TextCategorizer}. API. */
package org.docket.evaluation;
