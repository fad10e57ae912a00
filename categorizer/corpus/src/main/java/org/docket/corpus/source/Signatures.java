/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.source;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells what a file is by its first bytes, as file(1) does. */
final class Signatures {

  static final Foreign UTF_32 =
      new Foreign("in UTF-32", "convert it first: iconv -f UTF-32 -t UTF-8 FILE > new.csv");

  private static final String SAVE = "save or export it as CSV UTF-8";
  private static final String TABLE =
      "export it as CSV or JSON Lines in UTF-8, such as with pandas or DuckDB";
  private static final String TEXT = "save its text as CSV, JSON Lines or plain text in UTF-8";
  private static final String PROGRAM = "name the file with the texts instead";

  /** What is no text whatever follows. */
  private static final List<Signature> BINARY =
      List.of(
          at(0, "\u00d0\u00cf\u0011\u00e0", "an old Excel, Word or Outlook file (OLE)", SAVE),
          at(0, "Obj\u0001", "an Avro file", TABLE),
          at(0, "ARROW1\0\0", "an Arrow file", TABLE),
          at(0, "\u00ff\u00ff\u00ff\u00ff", "an Arrow stream", TABLE),
          at(0, "\u0089HDF\r\n\u001a\n", "an HDF5 file", TABLE),
          at(0, "\u0093NUMPY", "a NumPy file", TABLE),
          at(0, "\u0080\u0002", "a Python pickle", TABLE),
          at(0, "\u0080\u0003", "a Python pickle", TABLE),
          at(0, "\u0080\u0004", "a Python pickle", TABLE),
          at(0, "\u0080\u0005", "a Python pickle", TABLE),
          at(0, "\u00ac\u00ed\0\u0005", "serialized Java objects", TABLE),
          at(0, "SQLite format 3\0", "an SQLite database", "sqlite3 -header -csv FILE 'select …'"),
          at(0, "\0\1\0\0Standard ", "an Access database", SAVE),
          at(0, "%PDF-", "a PDF", TEXT),
          at(0, "{\\rtf", "a rich text (RTF)", TEXT),
          at(0, "\u0089PNG\r\n\u001a\n", "a PNG image", TEXT),
          at(0, "\u00ff\u00d8\u00ff", "a JPEG image", TEXT),
          at(0, "II*\0", "a TIFF image", TEXT),
          at(0, "MM\0*", "a TIFF image", TEXT),
          // The version of its format, and the name of the program that wrote it.
          at(0, "\b\6\u0012", "an ONNX network", PROGRAM),
          at(0, "\b\7\u0012", "an ONNX network", PROGRAM),
          at(0, "\b\b\u0012", "an ONNX network", PROGRAM),
          at(0, "\b\t\u0012", "an ONNX network", PROGRAM),
          at(0, "\b\n\u0012", "an ONNX network", PROGRAM),
          at(0, "\u007fELF", "a program (ELF)", PROGRAM),
          at(0, "\u00ca\u00fe\u00ba\u00be", "a Java class", PROGRAM),
          at(0, "7z\u00bc\u00af'\u001c", "a 7z archive", "unpack it first: 7z x FILE"),
          at(0, "Rar!\u001a\u0007", "a RAR archive", "unpack it first: unrar x FILE"),
          at(0, "\u0004\"M\u0018", "compressed by lz4", "unpack it first: lz4 -d FILE"),
          at(0, "]\0\0", "compressed by lzma", "unpack it first: unlzma FILE, or 7z x FILE"),
          at(0, "LZIP\1", "compressed by lzip", "unpack it first: lzip -d FILE"),
          at(0, "\u0089LZO\0", "compressed by lzop", "unpack it first: lzop -d FILE"),
          at(0, "\u001f\u009d", "compressed by compress (.Z)", "unpack it first: uncompress FILE"),
          at(0, "\u00ff\6\0\0sNaPpY", "compressed by Snappy", "unpack it first: snzip -d FILE"));

  /** A text may begin so as well: only with what no text has close behind it. */
  private static final List<Signature> LETTERS =
      List.of(
          at(257, "ustar", "a tar archive", "unpack it first: tar -xf FILE"),
          at(4, "ftyp", "a film or an image (MP4, HEIC)", TEXT),
          at(0, "PAR1", "a Parquet file", TABLE),
          at(0, "PARE", "an encrypted Parquet file", TABLE),
          at(0, "ORC", "an ORC file", TABLE),
          at(0, "FEA1", "a Feather file", TABLE),
          at(0, "RDX", "an R data file", "write.csv(…, fileEncoding = \"UTF-8\") in R"),
          at(0, "GIF8", "a GIF image", TEXT),
          at(0, "BM", "a BMP image", TEXT),
          at(0, "RIFF", "an image, a sound or a film (RIFF: WebP, WAV, AVI)", TEXT),
          at(0, "OggS", "a sound (Ogg)", TEXT),
          at(0, "ID3", "a sound (MP3)", TEXT),
          at(0, "MZ", "a Windows program", PROGRAM));

  /** In any case, behind white space. */
  private static final List<Signature> MARKUP =
      List.of(
          at(0, "<!doctype html", "an HTML page", TEXT),
          at(0, "<html", "an HTML page", TEXT),
          at(0, "<?xml", "XML", "convert it to CSV or JSON Lines in UTF-8"),
          at(0, "version https://git-lfs", "a Git LFS pointer, not the file", "git lfs pull"));

  /** A tar tells what it is so far behind. */
  private static final int FAR = 512;

  /** A control character in so many is too many for a text. */
  private static final int CONTROLS = 10;

  /** So many different ones are too many as well. */
  private static final int KINDS = 8;

  private static final int LOOK = 4096;

  private Signatures() {}

  /** Whether more bytes can tell more; while they come in, that is. */
  static boolean undecided(byte[] start) {
    if (Compression.of(start).isPresent() || isZip(start) || binary(start).isPresent()) {
      return false;
    }
    String bytes = latin(start, FAR);
    if (start.length < FAR && bytes.indexOf('\0') >= 0 || start.length == 0) {
      return true;
    }
    // White space alone may be a line that waits for its answer.
    String text = bytes.stripLeading().toLowerCase(Locale.ROOT);
    return begins(BINARY, bytes)
        || Compression.undecided(start)
        || !text.isEmpty() && begins(MARKUP, text);
  }

  /** Whether it is a zip, an empty one, or a part of a split one. */
  static boolean isZip(byte[] start) {
    String bytes = latin(start, 4);
    return bytes.equals("PK\3\4") || bytes.equals("PK\5\6") || bytes.equals("PK\7\b");
  }

  /** What it is, if it is no text: known by its first bytes, in whatever encoding. */
  static Optional<Foreign> binary(byte[] start) {
    Optional<Foreign> known = find(BINARY, latin(start, FAR));
    return known.isPresent() || !hasControls(start) ? known : find(LETTERS, latin(start, FAR));
  }

  /** Whether it is no text, nor anything known: a part of it is control characters. */
  static Optional<Foreign> unknown(byte[] start) {
    int looked = Math.min(start.length, LOOK);
    int controls = 0;
    BitSet kinds = new BitSet();
    for (int i = 0; i < looked; i++) {
      if (isControl(start[i])) {
        controls++;
        kinds.set(start[i]);
      }
    }
    // A text may be separated by one or two of them. Random bytes are one in ten, of all kinds.
    boolean many = kinds.cardinality() >= KINDS && controls * 3 * CONTROLS > looked;
    return many || controls * CONTROLS > looked
        ? Optional.of(
            new Foreign(
                "no text (many of its first bytes are control characters)",
                "it must be CSV, JSON Lines or plain text; name the encoding with --encoding"))
        : Optional.empty();
  }

  /**
   * What it is, if it is a text in a format that is not read.
   *
   * @param start decoded
   */
  static Optional<Foreign> markup(String start) {
    String text = start.stripLeading();
    Optional<Foreign> found = find(MARKUP, text.toLowerCase(Locale.ROOT));
    return found.filter(foreign -> !isOneLine(text));
  }

  /** A line that is a whole page: a document a line. */
  private static boolean isOneLine(String text) {
    return text.lines().findFirst().orElse("").toLowerCase(Locale.ROOT).contains("</html>");
  }

  private static boolean hasControls(byte[] start) {
    for (int i = 0; i < Math.min(start.length, FAR); i++) {
      if (isControl(start[i])) {
        return true;
      }
    }
    return false;
  }

  /** No white space, nor the escape of terminals' colours. */
  private static boolean isControl(byte value) {
    return value >= 0 && value < ' ' && !(value >= '\t' && value <= '\r') && value != 0x1b;
  }

  private static Optional<Foreign> find(List<Signature> signatures, String start) {
    return signatures.stream()
        .filter(signature -> start.startsWith(signature.magic(), signature.offset()))
        .map(Signature::foreign)
        .findFirst();
  }

  private static boolean begins(List<Signature> signatures, String start) {
    return signatures.stream()
        .anyMatch(signature -> signature.offset() == 0 && isPart(start, signature.magic()));
  }

  /** Whether it is the beginning of a magic number, and not all of it. */
  static boolean isPart(String start, String magic) {
    return start.length() < magic.length() && magic.startsWith(start);
  }

  static String latin(byte[] start, int max) {
    return new String(start, 0, Math.min(start.length, max), StandardCharsets.ISO_8859_1);
  }

  private static Signature at(int offset, String magic, String what, String remedy) {
    return new Signature(offset, magic, new Foreign(what, remedy));
  }

  private record Signature(int offset, String magic, Foreign foreign) {}
}
