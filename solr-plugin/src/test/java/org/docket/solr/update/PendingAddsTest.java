/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.solr.common.SolrInputDocument;
import org.apache.solr.update.AddUpdateCommand;
import org.junit.jupiter.api.Test;

class PendingAddsTest {

  private final PendingAdds pending = new PendingAdds(3);

  @Test
  void fullAtItsNumber() {
    pending.add(add(1));
    pending.add(add(1));
    assertThat(pending.isFull()).isFalse();
    pending.add(add(1));

    assertThat(pending.isFull()).isTrue();
    assertThat(pending.size()).isEqualTo(3);
  }

  @Test
  void fullAtAMillionCharacters() {
    pending.add(add(999_999));
    assertThat(pending.isFull()).isFalse();
    pending.add(add(1));

    assertThat(pending.isFull()).isTrue();
  }

  @Test
  void emptyOnceAllAreTaken() {
    pending.add(add(1_000_000));
    assertThat(pending.isEmpty()).isFalse();

    assertThat(pending.takeAll()).hasSize(1);
    assertThat(pending.isEmpty()).isTrue();
    assertThat(pending.isFull()).isFalse();
    assertThat(pending.takeAll()).isEmpty();
  }

  private static PendingAdd add(int chars) {
    AddUpdateCommand command = new AddUpdateCommand(null);
    command.solrDoc = new SolrInputDocument("text", "x".repeat(chars));
    return new PendingAdd(command, List.of());
  }
}
