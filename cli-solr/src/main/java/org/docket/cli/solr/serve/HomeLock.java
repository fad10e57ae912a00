/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.serve;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.docket.error.DocketException;

/**
 * Keeps a second server off a home. The system lets go of it when the process ends, however it
 * ends; what the file says is only for people.
 */
final class HomeLock implements AutoCloseable {

  static final String FILE = "docket.lock";

  /** Beyond what the file says, which others can then read where locked bytes cannot be read. */
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

  private static final int MOST = 1000;
  private static final Pattern OWNER = Pattern.compile("process \\d+( at http://[\\w.:/]+)?");

  private final FileChannel channel;

  private HomeLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @param home a folder that is there
   * @throws DocketException if somebody has it
   */
  static HomeLock take(Path home) throws IOException {
    FileChannel channel =
        FileChannel.open(
            home.resolve(FILE),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    try {
      if (lock(channel) == null) {
        throw new DocketException(
            home + " is in use by " + owner(channel) + "; stop it, or name another --home");
      }
      HomeLock lock = new HomeLock(channel);
      lock.say("");
      return lock;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock(LOCKED_BYTE, 1, false);
    } catch (OverlappingFileLockException e) {
      return null; // this process itself
    }
  }

  private static String owner(FileChannel channel) throws IOException {
    ByteBuffer read = ByteBuffer.allocate(MOST);
    channel.read(read, 0);
    String text = new String(read.array(), 0, read.position(), StandardCharsets.UTF_8).strip();
    Matcher owner = OWNER.matcher(text);
    return owner.matches() ? text : "another process";
  }

  /** Says where the server is, for those who come second. */
  void serves(URI page) throws IOException {
    say(" at " + page);
  }

  private void say(String where) throws IOException {
    channel.truncate(0);
    String text = "process " + ProcessHandle.current().pid() + where + "\n";
    channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
