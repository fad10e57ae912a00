/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.collection;

/**
 * What a Solr with Basic authentication asks for.
 *
 * @param user without a colon
 * @param password in clear
 */
public record Credentials(String user, String password) {

  @Override
  public String toString() {
    return user; // a password in no message
  }
}
