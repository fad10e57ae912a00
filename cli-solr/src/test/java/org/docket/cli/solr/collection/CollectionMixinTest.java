/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.collection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.docket.error.DocketException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class CollectionMixinTest {

  @Test
  void takesAnAddressWithoutItsLastSlash() {
    try (SolrCollection collection = open("--solr", "http://localhost:8983/solr/complaints/")) {
      assertEquals("http://localhost:8983/solr/complaints", collection.name());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--solr http://localhost:8983/solr | names no collection",
        "--solr http://localhost:8983 | names no collection",
        "--solr http://localhost:8983/ | add its name: http://localhost:8983/solr/NAME",
        "--solr http://localhost:8983/solr/ | add its name: http://localhost:8983/solr/NAME",
        "--solr localhost:8983/solr/c | must be an address",
        "--solr ftp://localhost/solr/c | must be an address",
        "--solr http://u:p@localhost/solr/c | say them with --user",
        "--solr http://localhost/solr/c?q=x | leave out what begins at ?",
        "--solr http://localhost/solr/c --collection c | leave out --zookeeper",
        "--zookeeper localhost:2181 | needs --collection",
        "--collection c | which Solr?",
        "--solr http://localhost/solr/c --user me | has no password",
      })
  void tellsWhatIsWrongWithTheOptions(String arguments, String told) {
    DocketException e =
        assertThrows(DocketException.class, () -> open(arguments.split(" ")).close());
    assertEquals(true, e.getMessage().contains(told), e.getMessage());
  }

  @Test
  void aSolrThatIsNotThereIsToldInALine() {
    try (SolrCollection collection = open("--solr", "http://localhost:1/solr/complaints")) {
      DocketException e = assertThrows(DocketException.class, collection::info);
      assertEquals(true, e.getMessage().startsWith("no answer from Solr at"), e.getMessage());
    }
  }

  private static SolrCollection open(String... arguments) {
    Options options = new Options();
    new CommandLine(options).parseArgs(arguments);
    return options.collection.open();
  }

  @Command
  private static final class Options {
    @Mixin private CollectionMixin collection;
  }
}
