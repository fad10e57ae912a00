/* SPDX-License-Identifier: Apache-2.0 */
/** {@code docket classify}: texts in, answers out, each explained on demand. */
package org.docket.cli.classify;
