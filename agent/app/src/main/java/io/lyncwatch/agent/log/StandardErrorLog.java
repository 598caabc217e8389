package io.lyncwatch.agent.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.ConsoleTarget;
import ch.qos.logback.core.spi.ContextAwareBase;
import org.slf4j.Logger;

/**
 * Where the log goes, and how much of it: to standard error, as standard output belongs to the
 * results of commands. It is code, as XML would be a tenth of the start of the agent; a file of
 * Logback's own, named by {@code -Dlogback.configurationFile}, comes before it.
 */
@ConfiguratorRank(ConfiguratorRank.NOMINAL)
public final class StandardErrorLog extends ContextAwareBase implements Configurator {
  private static final String LINE = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %logger{0}: %msg%n";

  @Override
  public ExecutionStatus configure(LoggerContext log) {
    log.getLogger("io.lyncwatch").setLevel(Level.INFO);
    // At debug level HttpClient logs whole requests, secrets included: off whatever else is on.
    log.getLogger("org.apache.hc").setLevel(Level.OFF);
    // The lab's Kerberos calls it an error if it answers that it does not know somebody.
    log.getLogger("org.apache.kerby").setLevel(Level.OFF);
    log.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
    log.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(standardError(log));
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  private static ConsoleAppender<ILoggingEvent> standardError(LoggerContext log) {
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(log);
    encoder.setPattern(LINE);
    encoder.start();
    ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
    appender.setContext(log);
    appender.setName("stderr");
    appender.setTarget(ConsoleTarget.SystemErr.getName());
    appender.setEncoder(encoder);
    appender.start();
    return appender;
  }
}
