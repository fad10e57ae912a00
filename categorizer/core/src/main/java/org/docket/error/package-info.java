/* SPDX-License-Identifier: Apache-2.0 */
/**
 * How Docket tells people of what they can mend: {@link org.docket.error.DocketException}. Apart
 * from the doors, so that every package may throw it and none takes part in a circle. API.
 */
package org.docket.error;
