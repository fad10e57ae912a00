/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.deeplearning4j.util.ModelSerializer;
import org.docket.error.DocketException;
import org.docket.model.NetworkShape;
import org.docket.training.config.TrainingConfig;
import org.docket.training.network.TrainableNetwork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read is what was written, or a message says why it cannot be read. */
class CheckpointTest {

  private static final String FINGERPRINT = "f";
  private static final List<EpochMetrics> HISTORY =
      List.of(
          new EpochMetrics(1, 0.5, new Scores(1, 2, 3), new Scores(7, 8, 9), new Scores(4, 5, 6)));

  @TempDir Path folder;
  private Path file;
  private NetworkShape shape;
  private Checkpoint written;

  @BeforeEach
  void write() {
    TrainingConfig config = ToyData.config(folder);
    shape = config.network().shape(40, 2);
    TrainableNetwork network = TrainableNetwork.of(shape, config, 1, new double[] {1, 1});
    float[] best = new float[network.size()];
    best[7] = 0.25f;
    written = new Checkpoint(FINGERPRINT, network, HISTORY, best);
    file = folder.resolve("checkpoint");
    written.write(file);
  }

  @Test
  void comesBackAsItWas() {
    Checkpoint read = Checkpoint.read(file, FINGERPRINT, shape);

    assertThat(read.history()).isEqualTo(HISTORY);
    assertThat(read.bestParameters()).isEqualTo(written.bestParameters());
    assertThat(read.network().parameters()).isEqualTo(written.network().parameters());
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("checkpoint", "toy.properties");
  }

  @Test
  void aFolderThatIsGoneIsTold() {
    Path nowhere = folder.resolve("gone").resolve("checkpoint");

    assertThatThrownBy(() -> written.write(nowhere))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("the checkpoint " + nowhere + " cannot be written");
  }

  @Test
  void aBitThatTurnedIsNoticedWhereverItIs() throws Exception {
    byte[] bytes = Files.readAllBytes(file);
    for (int sixteenth = 1; sixteenth < 16; sixteenth++) {
      byte[] damaged = bytes.clone();
      damaged[bytes.length / 16 * sixteenth] ^= 4;
      Files.write(file, damaged);

      assertUnreadable("cannot be read");
    }
  }

  @Test
  void aFileThatEndsTooEarlyIsRefused() throws Exception {
    byte[] bytes = Files.readAllBytes(file);
    for (int length : new int[] {0, 1, 100, bytes.length / 2, bytes.length - 1}) {
      Files.write(file, Arrays.copyOf(bytes, length));

      assertUnreadable("cannot be read");
    }
  }

  @Test
  void aHistoryWithoutEpochsIsRefused() {
    new Checkpoint(FINGERPRINT, written.network(), List.of(), new float[0]).write(file);

    assertUnreadable("it has no epoch");
  }

  @Test
  void whatDeeplearning4jDoesNotUnderstandIsRefused() throws Exception {
    replaceInNetwork(ModelSerializer.CONFIGURATION_JSON, new byte[] {'{', '}'});

    assertUnreadable("unknown to Deeplearning4j");
  }

  /** Deeplearning4j would read it by Java's deserialization. */
  @Test
  void aPreprocessorIsRefused() throws Exception {
    replaceInNetwork(ModelSerializer.PREPROCESSOR_BIN, new byte[] {1});

    assertUnreadable("unknown entry preprocessor.bin");
  }

  /** Sixty-four megabytes of zeros, in some kilobytes each. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        ModelSerializer.CONFIGURATION_JSON,
        ModelSerializer.COEFFICIENTS_BIN,
        ModelSerializer.UPDATER_BIN
      })
  void anEntryOfTheNetworkThatGrowsWithoutEndIsNotRead(String entry) throws Exception {
    replaceInNetwork(entry, new byte[1 << 26]);

    assertUnreadable(entry + " of its network is larger than the ");
  }

  @Test
  void aNetworkOfAnotherSizeIsRefused() {
    NetworkShape larger = ToyData.config(folder).network().shape(41, 2);

    assertThatThrownBy(() -> Checkpoint.read(file, FINGERPRINT, larger))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("its network has " + shape.weights() + " weights in place of ");
  }

  /** Sixty-four megabytes of zeros, in some kilobytes. */
  @Test
  void anEntryThatGrowsWithoutEndIsNotRead() throws Exception {
    Map<String, byte[]> entries = unzip(Files.readAllBytes(file));
    entries.put("best", new byte[1 << 26]);
    Files.write(file, zip(entries, Deflater.BEST_COMPRESSION));

    assertUnreadable("its entry best is larger than the file");
  }

  @Test
  void anEntryThatIsTooShortIsTold() throws Exception {
    Map<String, byte[]> entries = unzip(Files.readAllBytes(file));
    entries.put("best", new byte[5]);
    Files.write(file, zip(entries, Deflater.BEST_COMPRESSION));

    assertUnreadable("it ends too early");
  }

  private void assertUnreadable(String reason) {
    assertThatThrownBy(() -> Checkpoint.read(file, FINGERPRINT, shape))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("the checkpoint " + file + " cannot be read")
        .hasMessageContaining(reason)
        .hasMessageContaining("delete it to train from the start");
  }

  private void replaceInNetwork(String name, byte[] value) throws IOException {
    Map<String, byte[]> outer = unzip(Files.readAllBytes(file));
    Map<String, byte[]> network = unzip(outer.get("network.zip"));
    network.put(name, value);
    outer.put("network.zip", zip(network, Deflater.BEST_COMPRESSION));
    Files.write(file, zip(outer, Deflater.NO_COMPRESSION));
  }

  private static Map<String, byte[]> unzip(byte[] bytes) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry.getName(), zip.readAllBytes());
      }
    }
    return entries;
  }

  private static byte[] zip(Map<String, byte[]> entries, int level) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setLevel(level);
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
    return bytes.toByteArray();
  }
}
