/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The documents of a collection, many at a time: walked by cursor, with patience; their text as the
 * plugin reads it, their tag, and whose it is.
 */
package org.docket.cli.solr.documents;
