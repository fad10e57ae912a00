/* SPDX-License-Identifier: Apache-2.0 */
/** The packaged plugin in the Solr's that it is for, each in a process of its own. */
package org.docket.solr.versions;
