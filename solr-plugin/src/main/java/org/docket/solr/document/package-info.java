/* SPDX-License-Identifier: Apache-2.0 */
/** What is read from documents and written into them: their text, their tag, and whose it is. */
package org.docket.solr.document;
