/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.docket.Categorizers;
import org.docket.LstmDocumentCategorizer;
import org.docket.TextCategorizer;
import org.docket.error.DocketException;
import org.docket.io.Sha256;
import org.docket.model.CategorizerModel;
import org.docket.model.ModelFile;
import org.docket.model.ModelStream;

/** The readers of model files: of Docket's own, and of what else OpenNLP's trainers write. */
class ModelFuzzTest {

  /** Where the manifest ends in an input of {@link #stockModel}, and the model begins. */
  private static final String END_OF_MANIFEST = "\n---\n";

  private static final byte[] NONE = {};

  /** A whole file: a zip, of which the checksums are the zip's own. */
  @FuzzTest
  void modelFile(byte[] file) throws IOException {
    Optional<CategorizerModel> model = read(() -> ModelFile.read(new ByteArrayInputStream(file)));
    Optional<CategorizerModel> again = read(() -> ModelFile.read(new ByteArrayInputStream(file)));
    assertThat(again.map(ModelFuzzTest::bytes).orElse(NONE))
        .isEqualTo(model.map(ModelFuzzTest::bytes).orElse(NONE));
    Optional<TextCategorizer> any = categorizer(file);
    if (model.isPresent() && any.isPresent()) {
      assertThat(any.get().categories())
          .isEqualTo(LstmDocumentCategorizer.of(model.get()).categories());
    }
  }

  /**
   * The payload of {@link ModelStream} in a frame that is right, so that the fuzzer need not guess
   * a hash. The first byte is the version.
   */
  @FuzzTest
  void payload(byte[] input) throws IOException {
    byte[] stream = framed(input);
    Optional<CategorizerModel> model =
        read(() -> ModelStream.read(new ByteArrayInputStream(stream)));
    if (model.isEmpty()) {
      return;
    }
    byte[] written = bytes(model.get());
    CategorizerModel back = ModelStream.read(new ByteArrayInputStream(written));
    assertThat(bytes(back)).isEqualTo(written);
    try {
      Answers.requireSound(LstmDocumentCategorizer.of(model.get()));
    } catch (DocketException e) {
      Answers.requireMessage(e); // too large to run
    }
  }

  /** A manifest, a line of hyphens, and the entry that it is of, as a zip of both. */
  @FuzzTest
  void stockModel(byte[] input) throws IOException {
    categorizer(zip(input)).ifPresent(Answers::requireSound);
  }

  private static Optional<TextCategorizer> categorizer(byte[] file) {
    try {
      return Optional.of(Categorizers.load(() -> new ByteArrayInputStream(file), "the file"));
    } catch (DocketException e) {
      Answers.requireMessage(e);
      assertThat(e.getMessage()).startsWith("the file is not a usable model: ");
      return Optional.empty();
    }
  }

  @FunctionalInterface
  private interface Reading {
    CategorizerModel read() throws IOException;
  }

  private static Optional<CategorizerModel> read(Reading reading) {
    try {
      return Optional.of(reading.read());
    } catch (IOException e) {
      Answers.requireMessage(e);
      return Optional.empty();
    }
  }

  private static byte[] bytes(CategorizerModel model) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ModelStream.write(model, out);
    } catch (IOException e) {
      throw new AssertionError("in memory", e);
    }
    return out.toByteArray();
  }

  private static byte[] framed(byte[] input) throws IOException {
    byte[] payload = Arrays.copyOfRange(input, Math.min(1, input.length), input.length);
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    DataOutputStream data = new DataOutputStream(stream);
    data.write("DOCKETM\n".getBytes(StandardCharsets.US_ASCII));
    data.writeInt(input.length == 0 ? ModelStream.VERSION : input[0]);
    data.writeInt(payload.length);
    data.write(Sha256.of(payload));
    data.write(payload);
    return stream.toByteArray();
  }

  private static byte[] zip(byte[] input) throws IOException {
    String text = new String(input, StandardCharsets.ISO_8859_1);
    int end = text.indexOf(END_OF_MANIFEST);
    List<String> parts =
        end < 0
            ? List.of(text, "")
            : List.of(text.substring(0, end), text.substring(end + END_OF_MANIFEST.length()));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < parts.size(); i++) {
        zip.putNextEntry(new ZipEntry(i == 0 ? "manifest.properties" : "doccat.model"));
        zip.write(parts.get(i).getBytes(StandardCharsets.ISO_8859_1));
      }
    }
    return bytes.toByteArray();
  }
}
