/* SPDX-License-Identifier: Apache-2.0 */
/** Holds the documentation true: runs the commands that it shows, and reads its tables. */
package org.docket.pages;
