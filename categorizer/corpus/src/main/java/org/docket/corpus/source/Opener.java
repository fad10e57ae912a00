/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.source;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.docket.error.DocketException;

/** Takes off layer after layer until there is text. For one input. */
final class Opener {

  /** A CSV that is compressed, in a zip, in a zip, and one more. */
  private static final int LAYERS = 4;

  private final Input input;
  private final Optional<Charset> encoding;
  private final Consumer<String> notices;
  private final TextConsumer consumer;

  Opener(Input input, Optional<Charset> encoding, Consumer<String> notices, TextConsumer consumer) {
    this.input = input;
    this.encoding = encoding;
    this.notices = notices;
    this.consumer = consumer;
  }

  /** Gets how many bytes were read of the input. */
  LongConsumer watcher() {
    return input.watcher();
  }

  /** Reads the input, which was opened. */
  void open(Bytes in) throws IOException {
    open(in, new Layer(input.name(), input.regularFile(), input.regularFile().isPresent(), 0));
  }

  /** Reads a layer, whatever it is. */
  void open(Bytes in, Layer layer) throws IOException {
    byte[] start = start(in);
    if (layer.depth() > LAYERS) {
      throw new DocketException(
          layer.name() + " is packed more than " + LAYERS + " times: unpack it first");
    }
    Optional<Compression> compression = Compression.of(start);
    if (compression.isPresent()) {
      open(unpacked(in, compression.get(), layer), layer.unpacked());
    } else if (Signatures.isZip(start)) {
      new ZipReader(this, layer, notices).read(in);
    } else {
      text(in, start, layer);
    }
  }

  /** What is at hand, and more where only more can tell what it is. */
  static byte[] start(Bytes in) throws IOException {
    byte[] start = in.atHand();
    while ((Signatures.undecided(start) || Mark.undecided(start)) && in.more()) {
      start = in.atHand();
    }
    return start;
  }

  /** What it is, if it is no text; also for texts in a format that is not read. */
  Optional<Foreign> foreign(byte[] start) {
    return Signatures.binary(start)
        .or(
            () ->
                Mark.isUtf32(start) || encoding.isEmpty() && EncodingGuess.isUtf32(start)
                    ? Optional.of(Signatures.UTF_32)
                    : Optional.empty())
        .or(() -> decoded(start));
  }

  private Optional<Foreign> decoded(byte[] start) {
    Optional<Mark> mark = Mark.of(start);
    Charset charset = charset(start, mark);
    if (encoding.isEmpty() && charset.equals(StandardCharsets.UTF_8)) {
      Optional<Foreign> unknown = Signatures.unknown(start);
      if (unknown.isPresent()) {
        return unknown;
      }
    }
    int skipped = mark.map(Mark::length).orElse(0);
    return Signatures.markup(new String(start, skipped, start.length - skipped, charset));
  }

  private Bytes unpacked(Bytes in, Compression compression, Layer layer) {
    return new Bytes(
        new Unpacked(
            in,
            () -> compression.unpack(in, notice -> notices.accept(layer.name() + ": " + notice)),
            layer.name(),
            compression.title(),
            compression.command() + " FILE > part.csv"));
  }

  private void text(Bytes in, byte[] start, Layer layer) throws IOException {
    if (start.length == 0 && isEmpty(layer)) {
      return;
    }
    Optional<Foreign> foreign = foreign(start);
    if (foreign.isPresent()) {
      throw new DocketException(foreign.get().message(layer.name()));
    }
    Optional<Mark> mark = Mark.of(start);
    Charset charset = charset(start, mark);
    tell(layer, start, mark, charset);
    in.skipNBytes(mark.map(Mark::length).orElse(0));
    try (TextSource text =
        new TextSource(
            layer.name(),
            charset,
            layer.patient(),
            new TextReader(in, charset, encoding.isPresent()))) {
      consumer.accept(text);
      text.strangeEncoding().ifPresent(notices);
    }
  }

  /** Tells of an empty text; whether it is left out. Nothing may come through a pipe. */
  private boolean isEmpty(Layer layer) {
    if (!layer.name().equals(input.name())) {
      notices.accept(layer.name() + " is empty");
      return true;
    }
    if (!input.isStream()) {
      throw new DocketException(layer.name() + " is empty");
    }
    return false;
  }

  private void tell(Layer layer, byte[] start, Optional<Mark> mark, Charset charset) {
    if (mark.isPresent() && !mark.get().charset().equals(charset)) {
      notices.accept(
          layer.name()
              + (" begins with the byte order mark of " + mark.get().charset().name())
              + (", but is read as " + charset.name() + ", as --encoding says"));
    } else if (encoding.isPresent()) {
      EncodingGuess.sure(start, charset)
          .ifPresent(
              sure ->
                  notices.accept(
                      layer.name()
                          + (" is read as " + charset.name() + ", as --encoding says, but looks")
                          + (" like " + sure.name())));
    } else if (!charset.equals(StandardCharsets.UTF_8)) {
      notices.accept(layer.name() + " is in " + charset.name());
    }
  }

  private Charset charset(byte[] start, Optional<Mark> mark) {
    if (encoding.isPresent() && !encoding.get().equals(StandardCharsets.UTF_16)) {
      return encoding.get();
    }
    return mark.map(Mark::charset)
        .or(() -> EncodingGuess.utf16(start))
        .orElse(encoding.isPresent() ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8);
  }

  /**
   * Where bytes come from.
   *
   * @param name for messages
   * @param file the file whose bytes these are, if any
   * @param patient whether all is there, so that it can be waited for
   * @param depth how many layers were taken off
   */
  record Layer(String name, Optional<Path> file, boolean patient, int depth) {

    Layer unpacked() {
      return new Layer(name, Optional.empty(), patient, depth + 1);
    }

    Layer member(String member) {
      return new Layer(name + ", in it " + Names.clean(member), Optional.empty(), true, depth + 1);
    }
  }
}
