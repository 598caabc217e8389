package io.lyncwatch.agent.lab;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/**
 * Gathers all that a process says while it is open: standard output and error, and the log of all
 * that the product lets log, at its most talkative. What else there is, tests add.
 */
final class Emissions implements AutoCloseable {
  private final Queue<String> said = new ConcurrentLinkedQueue<>();
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final Logger root = logger(Logger.ROOT_LOGGER_NAME);
  private final Logger wire = logger("org.apache.hc");
  private final Level rootLevel = root.getLevel();
  private final Appender appender = new Appender();

  private final class Appender extends AppenderBase<ILoggingEvent> {
    @Override
    protected void append(ILoggingEvent event) {
      add(event.getFormattedMessage());
      if (event.getThrowableProxy() != null) {
        add(ThrowableProxyUtil.asString(event.getThrowableProxy()));
      }
    }
  }

  Emissions() {
    PrintStream all = new PrintStream(printed, true, UTF_8);
    System.setOut(all);
    System.setErr(all);
    appender.setContext(root.getLoggerContext());
    appender.start();
    root.addAppender(appender);
    root.setLevel(Level.TRACE);
    wire.setLevel(Level.OFF); // as in the product's own logback.xml, which a test holds to it
  }

  private static Logger logger(String name) {
    return (Logger) LoggerFactory.getLogger(name);
  }

  void add(Object something) {
    said.add(something.toString());
  }

  /** All files below a folder, except some. */
  void addFiles(Path folder, List<Path> except) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(Files::isRegularFile)
          .filter(file -> except.stream().noneMatch(file::startsWith))
          .forEach(this::addFile);
    }
  }

  private void addFile(Path file) {
    try {
      add(file + " " + Files.readString(file, ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String all() {
    return String.join("\n", said) + printed.toString(UTF_8);
  }

  @Override
  public void close() {
    System.setOut(out);
    System.setErr(err);
    root.detachAppender(appender);
    root.setLevel(rootLevel);
    wire.setLevel(null);
    appender.stop();
  }
}
