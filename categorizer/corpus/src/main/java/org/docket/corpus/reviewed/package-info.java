/* SPDX-License-Identifier: Apache-2.0 */
/** What people decided of documents: which document it is of, and whose word is the last. */
package org.docket.corpus.reviewed;
