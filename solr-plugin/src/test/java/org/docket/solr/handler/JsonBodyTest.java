/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.solr.common.SolrInputDocument;
import org.docket.error.DocketException;
import org.junit.jupiter.api.Test;

class JsonBodyTest {

  @Test
  void readsParametersOfATextAsTheyStand() throws Exception {
    JsonBody body = read("{\"text\": \"a \\u00fc\", \"maxCount\": 2, \"explain\": true}");

    assertThat(body.documents()).isEmpty();
    assertThat(body.params().get("text")).isEqualTo("a ü");
    assertThat(body.params().get("maxCount")).isEqualTo("2");
    assertThat(body.params().get("explain")).isEqualTo("true");
  }

  /** Values have the types that Solr gives them, and so the same text. */
  @Test
  void readsDocumentsAsAnUpdateDoes() throws Exception {
    JsonBody body =
        read(
            "{\"documents\": [{\"s\": \"x\", \"l\": 7, \"d\": 1e3, \"b\": false, \"n\": null,"
                + " \"big\": 123456789012345678901234567890, \"many\": [\"a\", null, 2],"
                + " \"twice\": \"1\", \"twice\": \"2\", \"none\": []}, {}], \"chain\": \"c\"}");

    List<SolrInputDocument> documents = body.documents().orElseThrow();
    assertThat(documents).hasSize(2);
    SolrInputDocument first = documents.get(0);
    assertThat(first.getFieldValue("l")).isEqualTo(7L);
    assertThat(first.getFieldValue("d")).isEqualTo(1000.0);
    assertThat(first.getFieldValue("b")).isEqualTo(false);
    assertThat(first.getFieldValue("n")).isNull();
    assertThat(first.getFieldValue("big")).isEqualTo("123456789012345678901234567890");
    assertThat(first.getFieldValues("many")).containsExactly("a", null, 2L);
    assertThat(first.getFieldValues("twice")).containsExactly("1", "2");
    assertThat(documents.get(1).isEmpty()).isTrue();
    assertThat(body.params().get("chain")).isEqualTo("c");
  }

  @Test
  void saysWhatIsWrong() {
    assertRefused("", "the body is no JSON object");
    assertRefused("[".repeat(300_000), "the body is no JSON object");
    assertRefused("{\"text\":", "the body is not JSON: ");
    assertRefused("{\"documents\": [{\"a\": \"b\"", "the body is not JSON: ");
    assertRefused("{\"text\": \"a\"} {", "the body goes on behind its JSON object");
    assertRefused("{\"text\": \"a\", \"text\": \"b\"}", "the body has the key 'text' twice");
    assertRefused("{\"documents\": [], \"documents\": []}", "the key 'documents' twice");
    assertRefused("{\"docs\": []}", "the body has the key 'docs'; known are text, explain,");
    assertRefused("{\"documents\": {}}", "'documents' must be a list of objects");
    assertRefused("{\"documents\": [{}, \"a\"]}", "document 2 is no object of fields");
    assertRefused("{\"documents\": [{\"a\": {\"set\": 1}}]}", "'a' of document 1 holds an object");
    assertRefused("{\"documents\": [{\"a\": [[1]]}]}", "or a list within a list");
    assertRefused(
        "{\"documents\": [{\"a\": " + "[".repeat(300_000), "'a' of document 1 holds an object, or");
  }

  @Test
  void takesAThousandDocuments() throws Exception {
    assertThat(read(documents(1000)).documents().orElseThrow()).hasSize(1000);
    assertRefused(documents(1001), "there are more than 1000 documents; send them in parts");
  }

  /** A reader without end, as a client may be. */
  @Test
  void readsNoMoreThanItMay() throws Exception {
    assertThatThrownBy(() -> JsonBody.read(new BoundedReader(endless("{\"text\":\""))))
        .isInstanceOf(DocketException.class)
        .hasMessage("the text is too long; it may have 1000000 characters at most");
    assertThatThrownBy(() -> JsonBody.read(new BoundedReader(endless("{\"documents\":[{\"a\":\""))))
        .isInstanceOf(DocketException.class)
        .hasMessage("the body is too long; it may have 64000000 characters at most");
    String large = "{\"documents\":[{\"a\":\"" + "x".repeat(2_000_000) + "\"}]}";
    assertThat(read(large).documents().orElseThrow()).hasSize(1);
  }

  private static Reader endless(String beginning) {
    StringReader first = new StringReader(beginning);
    return new Reader() {
      @Override
      public int read(char[] buffer, int start, int length) throws IOException {
        int read = first.read(buffer, start, length);
        if (read >= 0) {
          return read;
        }
        Arrays.fill(buffer, start, start + length, 'x');
        return length;
      }

      @Override
      public void close() {}
    };
  }

  private static String documents(int count) {
    return "{\"documents\": [" + String.join(",", Collections.nCopies(count, "{}")) + "]}";
  }

  private static JsonBody read(String body) throws IOException {
    return JsonBody.read(new BoundedReader(new StringReader(body)));
  }

  private static void assertRefused(String body, String reason) {
    assertThatThrownBy(() -> read(body))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining(reason);
  }
}
