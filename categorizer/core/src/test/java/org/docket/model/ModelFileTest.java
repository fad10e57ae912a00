/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.docket.CollidingWords;
import org.docket.TestModels;
import org.docket.error.DocketException;
import org.docket.io.Sha256;
import org.docket.memory.Heap;
import org.docket.text.AnalysisSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {

  private static final int HEADER = 8 + 4 + 4 + 32;

  /** The end of the compressed data and its descriptor: the model itself is complete without. */
  private static final int END_OF_DEFLATE = 32;

  @TempDir Path folder;

  @Test
  void whatIsWrittenIsReadBack() throws IOException {
    CategorizerModel model = TestModels.model(List.of(5, 3), true, Pooling.LAST, true);
    Path file = folder.resolve("model.bin");
    ModelFile.write(model, file);
    CategorizerModel back = ModelFile.read(file);
    assertThat(back).usingRecursiveComparison().ignoringFields("vocabulary").isEqualTo(model);
    assertThat(back.vocabulary().tokens()).isEqualTo(model.vocabulary().tokens());
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
    // Its directory, which other programs read, is there too.
    try (ZipFile zip = new ZipFile(file.toFile())) {
      assertThat(zip.stream().map(ZipEntry::getName))
          .containsExactly("manifest.properties", "doccat.model");
    }
  }

  @Test
  void aStreamThatIsLeftOpenHasAllOfTheModel() throws IOException {
    ByteArrayOutputStream entry = new ByteArrayOutputStream();
    ModelStream.write(TestModels.withNgrams(), new BufferedOutputStream(entry, 1 << 20));
    assertThat(entry.toByteArray()).isEqualTo(streamed());
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ModelFile.write(TestModels.withNgrams(), new BufferedOutputStream(file, 1 << 20));
    assertThat(file.toByteArray()).isEqualTo(zipped());
  }

  @Test
  void aProfileIsReadBack() throws IOException {
    CategorizerModel back = ModelStream.read(new ByteArrayInputStream(streamed()));
    assertThat(back.profile()).isEqualTo(TestModels.withNgrams().profile()).isPresent();
  }

  @Test
  void aProfileThatCannotBeIsRefused() throws Exception {
    byte[] stream = streamed();
    byte[] payload = Arrays.copyOfRange(stream, HEADER, stream.length);
    int documents = indexOf(payload, 10, 3, 4, 0, 3);
    ByteBuffer numbers = ByteBuffer.wrap(payload).order(ByteOrder.LITTLE_ENDIAN);
    numbers.putInt(documents, 6);
    assertThatThrownBy(() -> ModelStream.read(framed(payload, payload.length)))
        .isInstanceOf(ModelFormatException.class)
        .hasMessage("categories were predicted 7 times for 6 documents");
    numbers.putInt(documents, 10).putInt(documents + 8, -1);
    assertThatThrownBy(() -> ModelStream.read(framed(payload, payload.length)))
        .isInstanceOf(ModelFormatException.class)
        .hasMessage("a category was predicted -1 times");
    numbers.putInt(documents + 8, 4).putFloat(documents - 4, 1.5f);
    assertThatThrownBy(() -> ModelStream.read(framed(payload, payload.length)))
        .isInstanceOf(ModelFormatException.class)
        .hasMessage("the mean confidence must be from 0 to 1, but is 1.5");
  }

  private static int indexOf(byte[] payload, int... numbers) {
    ByteBuffer wanted =
        ByteBuffer.allocate(Integer.BYTES * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
    for (int number : numbers) {
      wanted.putInt(number);
    }
    String letters = new String(payload, StandardCharsets.ISO_8859_1);
    return letters.indexOf(new String(wanted.array(), StandardCharsets.ISO_8859_1));
  }

  @Test
  void aModelMayHaveNeitherProvenanceNorStopWords() throws IOException {
    CategorizerModel model = TestModels.pooled();
    CategorizerModel bare =
        new CategorizerModel(
            "",
            new AnalysisSpec(2, false, true, false, 1, 1, 1, List.of()),
            model.vocabulary(),
            model.categories(),
            model.priors(),
            model.network(),
            1,
            new TreeMap<>());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ModelStream.write(bare, out);
    CategorizerModel back = ModelStream.read(new ByteArrayInputStream(out.toByteArray()));
    assertThat(back).usingRecursiveComparison().ignoringFields("vocabulary").isEqualTo(bare);
  }

  /** Whoever profiles a model has not asked for other answers, or for a file of another format. */
  @Test
  void aModelOfTheChainOfBeforeKeepsChainAndFormat() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ModelStream.write(withChain(1), out);
    assertThat(versionOf(out.toByteArray())).isEqualTo(2);
    CategorizerModel back = ModelStream.read(new ByteArrayInputStream(out.toByteArray()));
    assertThat(back.analysis()).isEqualTo(AnalysisSpec.english().withChain(1));
    ByteArrayOutputStream profiled = new ByteArrayOutputStream();
    ModelStream.write(back.withProfile(TestModels.profiled().profile().orElseThrow()), profiled);
    assertThat(versionOf(profiled.toByteArray())).isEqualTo(2);
    assertThat(ModelStream.read(new ByteArrayInputStream(profiled.toByteArray())).analysis())
        .isEqualTo(back.analysis());
  }

  @Test
  void aModelOfTheNewestChainHasTheFirstFormatThatSaysIt() throws IOException {
    byte[] stream = streamed(TestModels.profiled());
    assertThat(versionOf(stream)).isEqualTo(3);
    assertThat(ModelStream.read(new ByteArrayInputStream(stream)).analysis().chain())
        .isEqualTo(AnalysisSpec.CHAIN);
  }

  @Test
  void ngramsAreReadBack() throws IOException {
    byte[] stream = streamed();
    assertThat(versionOf(stream)).isEqualTo(ModelStream.VERSION).isEqualTo(4);
    CategorizerModel back = ModelStream.read(new ByteArrayInputStream(stream));
    assertThat(back)
        .usingRecursiveComparison()
        .ignoringFields("vocabulary")
        .isEqualTo(TestModels.withNgrams());
    assertThat(back.network().ngrams().orElseThrow().bigrams()).isGreaterThan(20);
  }

  /** A chain of before has no format with n-grams of its own. */
  @Test
  void ngramsAndAnOldChainHaveTheNewestFormat() throws IOException {
    CategorizerModel model = TestModels.withNgrams();
    CategorizerModel old =
        new CategorizerModel(
            model.language(),
            model.analysis().withChain(1),
            model.vocabulary(),
            model.categories(),
            model.priors(),
            model.network(),
            model.temperature(),
            model.provenance());
    byte[] stream = streamed(old);
    assertThat(versionOf(stream)).isEqualTo(4);
    CategorizerModel back = ModelStream.read(new ByteArrayInputStream(stream));
    assertThat(back.analysis().chain()).isEqualTo(1);
    assertThat(back.network().ngrams()).isPresent();
  }

  @Test
  void ngramsThatCannotBeAreRefused() throws Exception {
    NgramWeights ngrams = TestModels.withNgrams().network().ngrams().orElseThrow();
    byte[] stream = streamed();
    byte[] payload = Arrays.copyOfRange(stream, HEADER, stream.length);
    int count = ngrams.bigrams();
    int first = indexOf(payload, count, ngrams.first()[0], ngrams.first()[1]) + Integer.BYTES;
    int second = first + Integer.BYTES * (count + 1);
    int frequencies = first - Integer.BYTES * (1 + ngrams.rows());
    refused(payload, first, 10, "the ids of a bigram must be from 1 to 9, but are 10 and 1");
    refused(payload, second, 0, "the ids of a bigram must be from 1 to 9, but are 1 and 0");
    refused(payload, second, 2, "bigrams must ascend, but (1, 2) follows (1, 2)");
    refused(payload, second, 9, "bigrams must ascend, but (1, 2) follows (1, 9)");
    refused(
        payload, frequencies, 1, "the unknown token is no n-gram, but its document frequency is 1");
    refused(
        payload,
        frequencies + Integer.BYTES,
        10_001,
        "a document frequency must be from 0 to 10000, but is 10001");
    int weights = second + Integer.BYTES * count;
    refused(payload, weights, 1 << 20, "the number of bytes is 1048576, but only ");
    refused(payload, frequencies - Integer.BYTES, 1 << 20, "the number of numbers is 1048576, but");
  }

  private static void refused(byte[] payload, int at, int number, String message) throws Exception {
    byte[] changed = payload.clone();
    ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN).putInt(at, number);
    assertThatThrownBy(() -> ModelStream.read(framed(changed, changed.length)))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void aChainThatIsNotKnownIsRefused() throws Exception {
    byte[] stream = streamed();
    byte[] payload = Arrays.copyOfRange(stream, HEADER, stream.length);
    String letters = new String(payload, StandardCharsets.ISO_8859_1);
    payload[letters.indexOf("\2\0\0\0\1\1\1\50\0\0\0")] = 3;
    assertThatThrownBy(() -> ModelStream.read(framed(payload, payload.length)))
        .isInstanceOf(ModelFormatException.class)
        .hasMessage(
            "its analysis chain has version 3, and this Docket knows up to version 2: use a newer"
                + " Docket");
  }

  /** What stands behind the vocabulary is not even looked at. */
  @Test
  void aVocabularyThatIsMadeToCollideIsRefused() throws Exception {
    byte[] payload = Arrays.copyOfRange(streamed(), HEADER, streamed().length);
    ByteArrayOutputStream crafted = new ByteArrayOutputStream();
    crafted.write(payload, 0, indexOf(payload, 9, "loan".length()));
    PayloadWriter writer = new PayloadWriter(crafted);
    writer.texts(CollidingWords.of(12));
    writer.flush();
    byte[] changed = crafted.toByteArray();
    assertThatThrownBy(() -> ModelStream.read(framed(changed, changed.length)))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageMatching(
            "its words are made to collide in a hash table, which those of no language do: the"
                + " first \\d+ of 4,096");
  }

  /** A zip makes a small file of letters that repeat. */
  @Test
  void textsThatTheHeapHasNoRoomForAreRefused() throws Exception {
    String kilobytes = "a".repeat(100_000);
    List<String> many = IntStream.range(0, 40).mapToObj(i -> kilobytes + i).toList();
    assertThatThrownBy(() -> texts(many, Heap.of(4 << 20, 0)))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageStartingWith("its vocabulary takes");
    List<String> longOne = List.of("a".repeat(3_000_000));
    assertThatThrownBy(() -> texts(longOne, Heap.of(4 << 20, 0)))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageStartingWith("a text of it takes");
    assertThat(texts(longOne, Heap.of(40 << 20, 0))).isEqualTo(longOne);
  }

  private static List<String> texts(List<String> texts, Heap heap) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PayloadWriter writer = new PayloadWriter(bytes);
    writer.texts(texts);
    writer.flush();
    ByteArrayInputStream in = new ByteArrayInputStream(bytes.toByteArray());
    return new PayloadReader(in, bytes.size(), heap).texts();
  }

  @Test
  void aTextThatIsNotUtf8IsRefused() throws Exception {
    byte[] payload = Arrays.copyOfRange(streamed(), HEADER, streamed().length);
    String letters = new String(payload, StandardCharsets.ISO_8859_1);
    for (byte[] wrong : new byte[][] {{'l', 'o', 'a', (byte) 0xC3}, {(byte) 0xFF, 'o', 'a', 'n'}}) {
      byte[] changed = payload.clone();
      System.arraycopy(wrong, 0, changed, letters.indexOf("loan"), wrong.length);
      assertThatThrownBy(() -> ModelStream.read(framed(changed, changed.length)))
          .isInstanceOf(ModelFormatException.class)
          .hasMessage("a text is not UTF-8");
    }
  }

  /** The character that decoders put in place of what is no UTF-8 is UTF-8 itself. */
  @Test
  void aTextMayHoldTheReplacementCharacter() throws Exception {
    byte[] payload = Arrays.copyOfRange(streamed(), HEADER, streamed().length);
    byte[] replacement = "\uFFFDn".getBytes(StandardCharsets.UTF_8);
    String letters = new String(payload, StandardCharsets.ISO_8859_1);
    System.arraycopy(replacement, 0, payload, letters.indexOf("loan"), replacement.length);
    CategorizerModel model = ModelStream.read(framed(payload, payload.length));
    assertThat(model.vocabulary().tokens().get(0)).isEqualTo("\uFFFDn");
  }

  private static int versionOf(byte[] stream) {
    return ByteBuffer.wrap(stream, 8, Integer.BYTES).getInt();
  }

  private static CategorizerModel withChain(int chain) {
    CategorizerModel model = TestModels.pooled();
    return new CategorizerModel(
        model.language(),
        model.analysis().withChain(chain),
        model.vocabulary(),
        model.categories(),
        model.priors(),
        model.network(),
        model.temperature(),
        model.provenance());
  }

  @Test
  void theSameModelGivesTheSameBytes() throws IOException {
    assertThat(zipped()).isEqualTo(zipped());
    Path file = folder.resolve("model.bin");
    ModelFile.write(TestModels.pooled(), file);
  }

  @Test
  void theBytesDoNotDependOnTheTimeZone() throws IOException {
    TimeZone machine = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
      byte[] utc = zipped();
      for (String zone : List.of("Pacific/Kiritimati", "Pacific/Pago_Pago")) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        assertThat(zipped()).as(zone).isEqualTo(utc);
      }
    } finally {
      TimeZone.setDefault(machine);
    }
  }

  @Test
  void everyTruncationIsAClearError() throws IOException {
    byte[] zip = zipped();
    int end = new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\1\2") - END_OF_DEFLATE;
    for (int length = 0; length < end; length += 7) {
      Path file = Files.write(folder.resolve("cut.bin"), Arrays.copyOf(zip, length));
      assertThatThrownBy(() -> ModelFile.read(file))
          .as("cut to %d bytes", length)
          .isInstanceOf(DocketException.class)
          .hasMessageStartingWith(file + " is not a usable model: ");
    }
  }

  @Test
  void everyFlippedByteOfThePayloadIsFound() throws IOException {
    byte[] stream = streamed();
    for (int i = 0; i < stream.length; i += 3) {
      byte[] flipped = stream.clone();
      flipped[i] ^= 0x20;
      assertThatThrownBy(() -> ModelStream.read(new ByteArrayInputStream(flipped)))
          .as("byte %d", i)
          .isInstanceOf(ModelFormatException.class);
    }
  }

  /** With a right checksum over a wrong payload: the bounds themselves must hold. */
  @Test
  void everyHostileNumberIsRefusedWithoutLargeAllocation() throws Exception {
    byte[] stream = streamed();
    byte[] payload = Arrays.copyOfRange(stream, HEADER, stream.length);
    for (int i = 0; i + 4 <= payload.length; i++) {
      for (int hostile : new int[] {Integer.MAX_VALUE, Integer.MIN_VALUE, -1, 1 << 28, 2}) {
        byte[] changed = payload.clone();
        ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN).putInt(i, hostile);
        Throwable thrown = catchThrowable(() -> ModelStream.read(framed(changed, changed.length)));
        if (thrown != null) {
          assertThat(thrown).as("byte %d", i).isInstanceOf(ModelFormatException.class);
        }
      }
    }
  }

  /** With a right checksum and length: nothing but the reader itself sees the end. */
  @Test
  void aPayloadThatEndsTooEarlyIsRefused() throws Exception {
    byte[] payload = Arrays.copyOfRange(streamed(), HEADER, streamed().length);
    for (int length = 0; length < payload.length; length++) {
      byte[] cut = Arrays.copyOf(payload, length);
      assertThatThrownBy(() -> ModelStream.read(framed(cut, cut.length)))
          .as("cut to %d bytes", length)
          .isInstanceOf(ModelFormatException.class)
          .hasMessageMatching("it ends where a .* should stand|.* but only \\d+ bytes are left");
    }
    assertThatThrownBy(() -> ModelStream.read(framed(new byte[] {1, 0, 0, 0}, 4)))
        .hasMessage("the length of a text is 1, but only 0 bytes are left");
  }

  @Test
  void aWeightThatIsNoNumberIsRefused() throws Exception {
    byte[] payload = Arrays.copyOfRange(streamed(), HEADER, streamed().length);
    for (float weight : new float[] {Float.NaN, Float.NEGATIVE_INFINITY, 1.1e9f}) {
      // The last scale of the n-grams.
      ByteBuffer.wrap(payload)
          .order(ByteOrder.LITTLE_ENDIAN)
          .putFloat(payload.length - Float.BYTES, weight);
      assertThatThrownBy(() -> ModelStream.read(framed(payload, payload.length)))
          .isInstanceOf(ModelFormatException.class)
          .hasMessage("a weight is " + weight + ", and must be from -1.0E9 to 1.0E9");
    }
  }

  @Test
  void aWeightThatCouldNotBeReadIsNotWritten() {
    CategorizerModel model = TestModels.pooled();
    model.network().outputBias()[0] = Float.NaN;
    assertThatThrownBy(() -> ModelStream.write(model, new ByteArrayOutputStream()))
        .isInstanceOf(DocketException.class)
        .hasMessageStartingWith("a weight is NaN");
  }

  @Test
  void aLengthThatTheFileDoesNotHaveCostsNothing() throws Exception {
    assertThatThrownBy(() -> ModelStream.read(framed(new byte[10], 200 << 20)))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContaining("truncated: 10 of 209715200 bytes");
    assertThatThrownBy(() -> ModelStream.read(framed(new byte[10], Integer.MAX_VALUE)))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContaining("it claims 2147483647 bytes");
    assertThatThrownBy(() -> ModelStream.read(framed(new byte[10], -1)))
        .isInstanceOf(ModelFormatException.class);
    Heap large = Heap.of(1L << 40, 0);
    assertThatThrownBy(() -> ModelStream.read(framed(new byte[10], 512 << 20), large))
        .hasMessageContaining("truncated: 10 of 536870912 bytes");
    assertThatThrownBy(() -> ModelStream.read(framed(new byte[10], (512 << 20) + 1), large))
        .hasMessage("it claims 536870913 bytes, and at most 536870912 are read");
  }

  @Test
  void aCorruptModelIsCalledCorruptWhateverIsWrongFirst() throws Exception {
    byte[] stream = streamed();
    stream[HEADER + 3] = 0x7f; // the length of the first text
    assertThatThrownBy(() -> ModelStream.read(new ByteArrayInputStream(stream)))
        .hasMessage("its checksum does not match: the file is corrupt");
    // One that arrived as it was written is not, though little of it has been read.
    byte[] wrong = new byte[200_000];
    Arrays.fill(wrong, (byte) -1);
    assertThatThrownBy(() -> ModelStream.read(framed(wrong, wrong.length)))
        .hasMessage("the length of a text is -1, but only 199996 bytes are left");
  }

  @Test
  void whatFollowsAModelIsRefused() throws Exception {
    byte[] payload = Arrays.copyOfRange(streamed(), HEADER, streamed().length);
    byte[] longer = Arrays.copyOf(payload, payload.length + 5);
    assertThatThrownBy(() -> ModelStream.read(framed(longer, longer.length)))
        .hasMessage("5 bytes follow the end of the model");
    Path file = folder.resolve("followed.bin");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("doccat.model"));
      zip.write(streamed());
      zip.write(0);
    }
    assertThatThrownBy(() -> ModelFile.read(file))
        .hasMessageContaining("something follows the model in its entry of the zip");
  }

  @Test
  void whatIsReadNeedsRoom() throws Exception {
    byte[] stream = streamed();
    long length = stream.length - HEADER;
    // A quarter for what grows, and a tenth of the heap for others.
    long heap = 100_000;
    long fits = heap - heap / 10 - length - length / 4;
    ModelStream.read(new ByteArrayInputStream(stream), Heap.of(heap, 0));
    assertThatThrownBy(
            () -> ModelStream.read(new ByteArrayInputStream(stream), Heap.of(heap, fits)))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageStartingWith("its vocabulary takes");
    assertThatThrownBy(
            () -> ModelStream.read(new ByteArrayInputStream(stream), Heap.of(heap, fits + 1)))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageStartingWith("reading its weights takes");
  }

  @Test
  void otherVersionsAreNamed() throws IOException {
    byte[] stream = streamed();
    stream[11] = ModelStream.VERSION + 1;
    assertThatThrownBy(() -> ModelStream.read(new ByteArrayInputStream(stream)))
        .hasMessage(
            "its format has version 5, and this Docket reads up to version 4: use a newer Docket");
    stream[11] = 0;
    assertThatThrownBy(() -> ModelStream.read(new ByteArrayInputStream(stream)))
        .hasMessage("its format has version 0, which never was");
  }

  @Test
  void aZipBombBesideTheModelIsNotUnpacked() throws IOException {
    Path file = folder.resolve("bomb.bin");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("manifest.properties"));
      zip.write(new byte[8 << 20]);
    }
    assertThatThrownBy(() -> ModelFile.read(file))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("manifest.properties is too large");
  }

  @Test
  void whatStandsBeforeTheModelHasItsLimits() throws IOException {
    assertThat(ModelFile.read(afterOthers(99, 1 << 20)).categories())
        .isEqualTo(TestModels.CATEGORIES);
    assertThatThrownBy(() -> ModelFile.read(afterOthers(100, 0)))
        .isInstanceOf(ModelFormatException.class)
        .hasMessage("it has more than 100 entries");
    assertThatThrownBy(() -> ModelFile.read(afterOthers(1, (1 << 20) + 1)))
        .isInstanceOf(ModelFormatException.class)
        .hasMessage("its entry 0 is too large");
  }

  @Test
  void filesThatAreNoModels() throws IOException {
    Path missing = folder.resolve("missing.bin");
    assertThatThrownBy(() -> ModelFile.read(missing))
        .isInstanceOf(DocketException.class)
        .hasMessage("the model file " + missing + " does not exist");
    assertThatThrownBy(() -> ModelFile.read(folder))
        .hasMessage(folder + " is a folder, not a model file");
    Path text = Files.writeString(folder.resolve("text.bin"), "Dear Sir or Madam");
    assertThatThrownBy(() -> ModelFile.read(text))
        .hasMessage(text + " is not a usable model: it is not a zip with an entry doccat.model");
  }

  /** A model after other entries, of which the first has so many bytes. */
  private static ByteArrayInputStream afterOthers(int entries, int size) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < entries; i++) {
        zip.putNextEntry(new ZipEntry(Integer.toString(i)));
        zip.write(new byte[i == 0 ? size : 0]);
      }
      zip.putNextEntry(new ZipEntry("doccat.model"));
      zip.write(streamed());
    }
    return new ByteArrayInputStream(bytes.toByteArray());
  }

  private static ByteArrayInputStream framed(byte[] payload, int claimedLength) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream data = new DataOutputStream(bytes);
    data.write("DOCKETM\n".getBytes(StandardCharsets.US_ASCII));
    data.writeInt(ModelStream.VERSION);
    data.writeInt(claimedLength);
    data.write(Sha256.of(payload));
    data.write(payload);
    return new ByteArrayInputStream(bytes.toByteArray());
  }

  private static byte[] streamed() throws IOException {
    return streamed(TestModels.withNgrams());
  }

  private static byte[] streamed(CategorizerModel model) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ModelStream.write(model, bytes);
    return bytes.toByteArray();
  }

  private static byte[] zipped() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ModelFile.write(TestModels.withNgrams(), bytes);
    return bytes.toByteArray();
  }
}
