/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;

/** What a class logs, until this is closed. */
public final class CapturedLog extends AbstractAppender implements AutoCloseable {

  private final List<String> messages = new CopyOnWriteArrayList<>();
  private final Logger logger;
  private final Level before;

  private CapturedLog(Class<?> type) {
    super("captured", null, null, false, Property.EMPTY_ARRAY);
    logger = (Logger) LogManager.getLogger(type);
    before = logger.getLevel();
  }

  public static CapturedLog of(Class<?> type) {
    CapturedLog log = new CapturedLog(type);
    log.start();
    log.logger.addAppender(log);
    log.logger.setLevel(Level.INFO);
    log.logger.setAdditive(false);
    return log;
  }

  public List<String> messages() {
    return messages;
  }

  @Override
  public void append(LogEvent event) {
    messages.add(event.getLevel() + " " + event.getMessage().getFormattedMessage());
  }

  @Override
  public void close() {
    logger.removeAppender(this);
    logger.setLevel(before);
    logger.setAdditive(true);
    stop();
  }
}
