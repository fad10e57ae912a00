/* SPDX-License-Identifier: Apache-2.0 */
/** Whether the packaged plugin finds what it uses, in Solr's that it was not compiled against. */
package org.docket.solr.linkage;
