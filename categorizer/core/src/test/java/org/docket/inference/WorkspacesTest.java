/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.docket.model.NetworkShape;
import org.docket.model.Pooling;
import org.junit.jupiter.api.Test;

class WorkspacesTest {

  private final Workspaces workspaces =
      new Workspaces(new NetworkShape(3, 2, List.of(1), false, Pooling.LAST, false, 2), 2);

  @Test
  void theLastGivenBackIsTakenFirst() {
    Workspace first = workspaces.take();
    Workspace second = workspaces.take();
    workspaces.giveBack(first);
    assertThat(workspaces.take()).isSameAs(first);
    workspaces.giveBack(second);
    assertThat(workspaces.take()).isSameAs(second).isNotSameAs(first);
  }

  @Test
  void noMoreAreKeptThanThereIsRoomFor() {
    List<Workspace> used = List.of(workspaces.take(), workspaces.take(), workspaces.take());
    used.forEach(workspaces::giveBack);
    List<Workspace> again = List.of(workspaces.take(), workspaces.take(), workspaces.take());
    assertThat(again.get(0)).isSameAs(used.get(0));
    assertThat(again.get(1)).isSameAs(used.get(1));
    assertThat(used).doesNotContain(again.get(2));
  }

  @Test
  void whatGrewForAVeryLongTextIsNotKept() {
    Workspace usual = workspaces.take();
    grow(usual, Workspace.MAX_STEPS);
    workspaces.giveBack(usual);
    assertThat(workspaces.take()).isSameAs(usual);
    grow(usual, Workspace.MAX_STEPS + 1);
    workspaces.giveBack(usual);
    assertThat(workspaces.take()).isNotSameAs(usual);
  }

  private static void grow(Workspace workspace, int steps) {
    workspace.batch.clear();
    workspace.batch.add(new int[steps], steps);
    workspace.bottom(0).resize(workspace.batch);
  }
}
