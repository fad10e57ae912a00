/* SPDX-License-Identifier: Apache-2.0 */
/** What learns from vectors and n-grams: two heads, fitted out of fold, mixed and calibrated. */
package org.docket.teacher.head;
