/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.model;

import opennlp.tools.util.InvalidFormatException;

/**
 * A model that cannot be read: truncated, corrupt, hostile, or of a version that is not known here.
 *
 * <p>The message says what is wrong with the content; it reads as a continuation of "FILE is not a
 * usable model: ".
 */
public class ModelFormatException extends InvalidFormatException {

  private static final long serialVersionUID = 1L;

  public ModelFormatException(String message) {
    super(message);
  }

  public ModelFormatException(String message, Throwable cause) {
    super(message, cause);
  }
}
