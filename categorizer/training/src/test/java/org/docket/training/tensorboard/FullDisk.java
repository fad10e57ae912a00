/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.tensorboard;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** Takes so many bytes, in all files together. */
final class FullDisk implements EventFile.Opener {

  private long left;
  private int open;

  FullDisk(long bytes) {
    this.left = bytes;
  }

  /** How many files have not been closed. */
  int open() {
    return open;
  }

  @Override
  public OutputStream open(Path file) {
    open++;
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        if (left-- <= 0) {
          throw new IOException("No space left on device");
        }
      }

      @Override
      public void close() {
        open--;
      }
    };
  }
}
