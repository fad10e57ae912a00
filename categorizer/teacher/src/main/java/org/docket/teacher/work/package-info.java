/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Work on several threads at once.
 *
 * <p>For Docket's own modules; not API.
 */
package org.docket.teacher.work;
