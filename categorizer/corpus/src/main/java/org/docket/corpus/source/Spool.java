/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.docket.error.DocketException;

/** Keeps what comes through a pipe in a temporary file, so that it can be read at any place. */
final class Spool {

  /** Makes the file. */
  @FunctionalInterface
  interface Opener {
    SeekableByteChannel open() throws IOException;
  }

  /** As large as a zip of the whole database of complaints, twice. */
  static final long MAX = 4L << 30;

  private static final String REMEDY = "unpack it first, such as with unzip, or name its file";

  private final String name;
  private final long max;
  private final Opener opener;

  Spool(String name, long max) {
    this(name, max, Spool::temporary);
  }

  Spool(String name, long max, Opener opener) {
    this.name = name;
    this.max = max;
    this.opener = opener;
  }

  /**
   * Copies all.
   *
   * @return the file, which is gone when it is closed, or the process ends
   * @throws DocketException if it does not fit, or there is no temporary folder
   */
  SeekableByteChannel copy(InputStream in) throws IOException {
    SeekableByteChannel file = create();
    try {
      byte[] buffer = new byte[Bytes.SIZE];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (file.position() + read > max) {
          throw new DocketException(
              name
                  + " is a zip of more than "
                  + max
                  + " bytes that comes through a pipe: "
                  + REMEDY);
        }
        write(file, ByteBuffer.wrap(buffer, 0, read));
      }
      return file;
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private static SeekableByteChannel temporary() throws IOException {
    Path path = Files.createTempFile(folder(), "docket-", ".zip");
    // On Linux it has no name from here on: nothing stays, not even after a kill -9.
    return FileChannel.open(
        path,
        StandardOpenOption.READ,
        StandardOpenOption.WRITE,
        StandardOpenOption.DELETE_ON_CLOSE);
  }

  private SeekableByteChannel create() {
    try {
      return opener.open();
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private void write(SeekableByteChannel file, ByteBuffer bytes) {
    try {
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private DocketException unwritable(IOException e) {
    return new DocketException(
        name
            + " is a zip that comes through a pipe, and is kept in a temporary file meanwhile; "
            + folder()
            + " cannot take it ("
            + e.getClass().getSimpleName()
            + ": "
            + e.getMessage()
            + "). Name another folder with -Djava.io.tmpdir=FOLDER, or "
            + REMEDY,
        e);
  }

  private static Path folder() {
    return Path.of(System.getProperty("java.io.tmpdir", "."));
  }
}
