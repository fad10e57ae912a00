/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.index;

/** Solr refuses most documents: something is wrong with all of them. */
final class TooManyRejectedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  TooManyRejectedException(String message) {
    super(message);
  }
}
