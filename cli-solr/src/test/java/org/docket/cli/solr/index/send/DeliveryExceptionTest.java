/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.index.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class DeliveryExceptionTest {

  @Test
  void aFullDiskIsToldInItsOwnWords() {
    IOException full = new IOException("cannot write r.jsonl: No space left on device");

    DeliveryException failure = new DeliveryException(new UncheckedIOException(full));

    assertThat(failure).hasMessage(full.getMessage()).hasCause(full);
    assertThat(failure.isFile()).isTrue();
    assertThat(failure.isSolr()).isFalse();
  }
}
