/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchedByManyTest {

  private final List<String> calls = new ArrayList<>();
  private final TrainingProgress both =
      TrainingProgress.all(List.of(watcher("first", false), watcher("second", true)));

  @Test
  void everyCallReachesAllInTheirOrder() throws Exception {
    for (Method method : TrainingProgress.class.getMethods()) {
      if (method.isDefault()) {
        calls.clear();
        Object[] arguments =
            Arrays.stream(method.getParameterTypes()).map(WatchedByManyTest::some).toArray();
        method.invoke(both, arguments);
        assertThat(calls)
            .containsExactly("first " + method.getName(), "second " + method.getName());
      }
    }
  }

  @Test
  void goesOnWhileAllWant() {
    TrainingProgress willing = watcher("", true);
    assertThat(both.wantsMore(null)).isFalse();
    assertThat(TrainingProgress.all(List.of(willing, willing)).wantsMore(null)).isTrue();
  }

  private TrainingProgress watcher(String name, boolean wants) {
    return (TrainingProgress)
        Proxy.newProxyInstance(
            TrainingProgress.class.getClassLoader(),
            new Class<?>[] {TrainingProgress.class},
            (proxy, method, arguments) -> {
              calls.add(name + " " + method.getName());
              return method.getReturnType() == boolean.class ? wants : null;
            });
  }

  private static Object some(Class<?> type) {
    return type == int.class
        ? (Object) 1
        : type == double.class ? 1.0 : type == boolean.class ? true : null;
  }
}
