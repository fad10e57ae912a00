/* SPDX-License-Identifier: Apache-2.0 */
/** {@code docket convert}: a corpus from one format into another. */
package org.docket.cli.convert;
