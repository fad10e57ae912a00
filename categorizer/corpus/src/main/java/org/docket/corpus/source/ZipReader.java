/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.source;

import io.airlift.compress.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.docket.error.DocketException;

/**
 * Reads the texts of a zip, by its central directory: what was written as a stream says its lengths
 * only there. For one zip.
 */
final class ZipReader {

  /** The directory of some 40,000 files. */
  private static final long DIRECTORY_BYTES = 4 << 20;

  private final Opener opener;
  private final Opener.Layer layer;
  private final Consumer<String> notices;
  private final List<String> leftOut = new ArrayList<>();

  ZipReader(Opener opener, Opener.Layer layer, Consumer<String> notices) {
    this.opener = opener;
    this.layer = layer;
    this.notices = notices;
  }

  /**
   * Reads it.
   *
   * @param in its bytes, which are not read if the layer is a file
   */
  void read(Bytes in) throws IOException {
    try (BoundedChannel channel = new BoundedChannel(channel(in), DIRECTORY_BYTES);
        ZipFile zip = open(channel)) {
      List<ZipMember> members = members(zip);
      ZipKinds.foreign(members)
          .ifPresent(
              foreign -> {
                throw new DocketException(foreign.message(layer.name()));
              });
      List<ZipMember> chosen = choose(members);
      tell(chosen);
      watch(channel, chosen);
      for (ZipMember member : chosen) {
        try (Bytes bytes = bytes(member)) {
          opener.open(bytes, layer.member(member.name()));
        }
      }
    }
  }

  /** Of a file, what is left out counts as read: so all of it is at its end. */
  private void watch(BoundedChannel channel, List<ZipMember> chosen) throws IOException {
    if (layer.file().isPresent()) {
      long packed = chosen.stream().mapToLong(ZipMember::packedBytes).sum();
      opener.watcher().accept(Math.max(0, channel.size() - packed));
      channel.watch(opener.watcher());
    }
  }

  private SeekableByteChannel channel(Bytes in) throws IOException {
    return layer.file().isPresent()
        ? Files.newByteChannel(layer.file().get())
        : new Spool(layer.name(), Spool.MAX).copy(in);
  }

  private ZipFile open(BoundedChannel channel) {
    try {
      ZipFile zip =
          ZipFile.builder()
              .setSeekableByteChannel(channel)
              // Those that do not lie in the directory are read with a member.
              .setIgnoreLocalFileHeader(true)
              .setZstdInputStreamFactory(in -> new ZstdInputStream(new ZstdFrames(new Bytes(in))))
              .get();
      channel.free();
      return zip;
    } catch (IOException | RuntimeException e) {
      if (channel.isExceeded()) {
        throw new DocketException(
            layer.name() + " has too many files in it: unpack it first, such as with unzip", e);
      }
      throw new DocketException(
          layer.name()
              + " is a zip that is cut off or damaged: its directory, which stands at the end,"
              + " cannot be read. Get it again, or repair it: zip -FF FILE --out whole.zip",
          e);
    }
  }

  private static List<ZipMember> members(ZipFile zip) {
    List<ZipMember> members = new ArrayList<>();
    for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
      if (!entry.isDirectory()) {
        members.add(new ZipMember(zip, entry));
      }
    }
    return members;
  }

  /** Those whose names promise the most, if they are texts, or what comes next. */
  private List<ZipMember> choose(List<ZipMember> members) throws IOException {
    List<ZipMember> candidates = new ArrayList<>();
    for (ZipMember member : members) {
      Optional<String> why = member.leftOut();
      why.ifPresent(reason -> leave(member, reason));
      if (why.isEmpty()) {
        candidates.add(member);
      }
    }
    for (int rank = 0; rank <= 2; rank++) {
      int wanted = rank;
      List<ZipMember> texts = new ArrayList<>();
      for (ZipMember member : candidates.stream().filter(m -> m.rank() == wanted).toList()) {
        if (isText(member)) {
          texts.add(member);
        }
      }
      if (!texts.isEmpty()) {
        candidates.stream()
            .filter(member -> member.rank() > wanted)
            .forEach(member -> leftOut.add(Names.clean(member.name())));
        return texts;
      }
    }
    throw new DocketException(
        layer.name()
            + " is a zip without a text that Docket reads; in it: "
            + (leftOut.isEmpty() ? "nothing" : Names.list(leftOut))
            + ". It must hold CSV, JSON Lines or plain text");
  }

  private boolean isText(ZipMember member) throws IOException {
    member
        .unreadable()
        .ifPresent(
            why -> {
              throw new DocketException(
                  layer.member(member.name()).name()
                      + (" " + why + ", which Docket does not read: ")
                      + "unpack it first, such as with 7z x FILE");
            });
    byte[] start;
    try (Bytes bytes = bytes(member)) {
      start = Opener.start(bytes);
    } catch (DocketException e) {
      return true; // A damage is told when its turn comes: those before it are read.
    }
    if (Compression.of(start).isPresent() || Signatures.isZip(start)) {
      return true;
    }
    Optional<Foreign> foreign = opener.foreign(start);
    foreign.ifPresent(f -> leave(member, f.what()));
    return foreign.isEmpty();
  }

  private void leave(ZipMember member, String why) {
    leftOut.add(Names.clean(member.name()) + " (" + why + ")");
  }

  private void tell(List<ZipMember> chosen) {
    if (chosen.size() == 1 && leftOut.isEmpty()) {
      return;
    }
    List<String> names = chosen.stream().map(member -> Names.clean(member.name())).toList();
    notices.accept(
        layer.name()
            + ": reading "
            + (names.size() == 1 ? "" : names.size() + " files, ")
            + Names.list(names)
            + (leftOut.isEmpty() ? "" : "; left out: " + Names.list(leftOut)));
  }

  private Bytes bytes(ZipMember member) {
    return new Bytes(
        new Unpacked(
            new Bytes(InputStream.nullInputStream()),
            member::open,
            layer.member(member.name()).name(),
            "zip",
            "unzip -p FILE > part.csv"));
  }
}
