/* SPDX-License-Identifier: Apache-2.0 */
/** How much memory is left before something large is made. For Docket's own modules; not API. */
package org.docket.memory;
