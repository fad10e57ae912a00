/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training;

import org.docket.cli.Progress;
import org.docket.corpus.soft.Teacher;

/** Shows on the terminal what a teacher does. */
final class TeacherProgress implements Teacher.Listener {

  private Progress bar;

  @Override
  public void started(String task, String unit, long total) {
    bar = new Progress(task, unit, total);
  }

  @Override
  public void done(long more) {
    bar.step(more);
  }

  @Override
  public void finished() {
    bar.close();
  }
}
