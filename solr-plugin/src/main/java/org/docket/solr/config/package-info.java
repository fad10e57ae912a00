/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The parameters: read from solrconfig.xml and requests, checked one by one and against each other.
 */
package org.docket.solr.config;
