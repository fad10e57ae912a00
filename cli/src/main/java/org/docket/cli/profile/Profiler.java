/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.profile;

import java.util.ArrayList;
import java.util.List;
import org.docket.Categorization;
import org.docket.TextCategorizer;
import org.docket.cli.Progress;
import org.docket.profile.Profile;
import org.docket.profile.ProfileBuilder;

/** Measures a categorizer's profile on texts, which come one by one. */
final class Profiler {

  private static final int BATCH = 1024;

  private final TextCategorizer categorizer;
  private final Progress progress;
  private final ProfileBuilder builder;
  private final List<String> batch = new ArrayList<>();

  Profiler(TextCategorizer categorizer, Progress progress) {
    this.categorizer = categorizer;
    this.progress = progress;
    this.builder = new ProfileBuilder(categorizer.categories().size());
  }

  void add(String text) {
    batch.add(text);
    if (batch.size() == BATCH) {
      flush();
    }
  }

  Profile profile() {
    flush();
    return builder.build();
  }

  private void flush() {
    for (Categorization answer : categorizer.categorizeAll(batch)) {
      builder.add(
          answer.knownTokens(),
          answer.tokens(),
          categorizer.categories().indexOf(answer.best().category()),
          answer.best().probability());
    }
    progress.step(batch.size());
    batch.clear();
  }
}
