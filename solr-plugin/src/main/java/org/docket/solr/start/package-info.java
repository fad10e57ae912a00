/* SPDX-License-Identifier: Apache-2.0 */
/** What is checked when a core starts. */
package org.docket.solr.start;
