/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Likely label errors for people: where the documents stand, what they say, as text and as CSV. How
 * they are found belongs to {@code org.docket.evaluation}.
 */
package org.docket.cli.labels;
