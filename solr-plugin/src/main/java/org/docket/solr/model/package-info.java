/* SPDX-License-Identifier: Apache-2.0 */
/** Where a model is found, and who shares it on a node. */
package org.docket.solr.model;
