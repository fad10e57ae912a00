/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.update;

import java.util.Optional;
import org.apache.solr.update.AddUpdateCommand;

/**
 * A document that has been to the tagger.
 *
 * @param command how to add it
 * @param failure why it could not be tagged, if it could not
 */
record TaggedAdd(AddUpdateCommand command, Optional<RuntimeException> failure) {

  static TaggedAdd done(PendingAdd add) {
    return new TaggedAdd(add.command(), Optional.empty());
  }

  static TaggedAdd failed(PendingAdd add, RuntimeException failure) {
    return new TaggedAdd(add.command(), Optional.of(failure));
  }

  /** The command, unless its document could not be tagged: then the reason is thrown. */
  AddUpdateCommand commandOrThrow() {
    failure.ifPresent(
        reason -> {
          throw reason;
        });
    return command;
  }
}
