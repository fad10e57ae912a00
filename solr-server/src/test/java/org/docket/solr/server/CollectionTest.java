/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.docket.solr.server.forward.Collection;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CollectionTest {

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:8983/solr/complaints, complaints",
    "https://search.example/solr/complaints/, complaints",
    "http://search.example:8983/a/b/c_1.2-x, c_1.2-x",
    "http://[::1]:8983/solr/x, x"
  })
  void itsNameIsTheLastPartOfItsAddress(String url, String name) {
    Collection collection = Collection.parse(url);

    assertThat(collection.name()).isEqualTo(name);
    assertThat(collection.url().toString()).isEqualTo(url.replaceAll("/$", ""));
  }

  @ParameterizedTest
  @CsvSource({
    "localhost:8983/solr/x, begins with neither http:// nor https://",
    "ftp://localhost/solr/x, begins with neither",
    "complaints, begins with neither",
    "'', begins with neither",
    "http:///solr/x, names no host",
    "http://local host/solr/x, is no address",
    "http://localhost:8983, names no collection",
    "http://localhost:8983/, names no collection",
    "http://localhost:8983/solr, names no collection",
    "http://localhost:8983/solr/, names no collection",
    "http://localhost:8983/solr/#/complaints, goes on after the collection",
    "http://localhost:8983/solr/x?q=y, goes on after the collection",
    "http://localhost:8983/solr/a%2fb, names no collection",
    "http://me:secret@localhost/solr/x, holds a user name",
  })
  void whatIsNoneIsToldWithoutRepeatingAPassword(String url, String problem) {
    assertThatThrownBy(() -> Collection.parse(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(problem)
        .message()
        .doesNotContain("secret");
  }
}
