/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training.reviewed;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;

/** Reads when something was reviewed: ISO 8601, UTC unless it says otherwise. For one thread. */
final class ReviewTimes {

  private static final int SHOWN = 40;

  private long unread;
  private String example = "";

  /** Nothing if it is empty, or no time. */
  Optional<Instant> read(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(text.length() > "2026-01-31".length() ? time(text) : day(text));
    } catch (DateTimeParseException e) {
      example = unread++ == 0 ? text.substring(0, Math.min(SHOWN, text.length())) : example;
      return Optional.empty();
    }
  }

  /** What a person should know, if anything. */
  Optional<String> remark() {
    return unread == 0
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "%,d %s no time in reviewed_at, but \"%s\" or the like: of several reviews of a"
                    + " document such a one counts as the oldest",
                unread,
                unread == 1 ? "review has" : "reviews have",
                example));
  }

  private static Instant time(String text) {
    TemporalAccessor time =
        DateTimeFormatter.ISO_DATE_TIME.parseBest(
            text.replace(' ', 'T'), OffsetDateTime::from, LocalDateTime::from);
    return time instanceof OffsetDateTime zoned
        ? zoned.toInstant()
        : ((LocalDateTime) time).toInstant(ZoneOffset.UTC);
  }

  private static Instant day(String text) {
    return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
  }
}
