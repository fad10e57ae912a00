/* SPDX-License-Identifier: Apache-2.0 */
/** The update processors: documents on their way into the index, tagged many at once. */
package org.docket.solr.update;
