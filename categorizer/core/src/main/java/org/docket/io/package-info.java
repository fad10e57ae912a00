/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Files as all of Docket writes and tells them apart: whole or not at all, and by their SHA-256.
 * For Docket's own modules; not API.
 */
package org.docket.io;
