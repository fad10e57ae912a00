/* SPDX-License-Identifier: Apache-2.0 */
/** What tags a core's documents, and how others find it. */
package org.docket.solr.tagger;
