package io.lyncwatch.benchmark;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;

/**
 * The HTTP requests of some work, byte by byte and in order, as HttpClient's own log tells them.
 */
final class Overheard extends AppenderBase<ILoggingEvent> {
  private static final String LOG = "org.apache.hc.client5.http.wire";
  private static final Pattern LINE = Pattern.compile("(\\S+) (>>|<<) \"(.*)\"", Pattern.DOTALL);

  private final List<Sent> sent = new ArrayList<>();
  private final Map<String, StringBuilder> begun = new HashMap<>();

  /**
   * One request.
   *
   * @param connection what HttpClient calls it
   * @param text a character for each byte
   */
  record Sent(String connection, String text) {
    /** The value of its Host header. */
    String host() {
      return text.lines()
          .filter(line -> line.startsWith("Host: "))
          .map(line -> line.substring("Host: ".length()))
          .findFirst()
          .orElseThrow();
    }
  }

  static List<Sent> during(Runnable work) {
    Logger log = (Logger) LoggerFactory.getLogger(LOG);
    Overheard overheard = new Overheard();
    overheard.start();
    log.addAppender(overheard);
    log.setAdditive(false);
    log.setLevel(Level.DEBUG);
    try {
      work.run();
    } finally {
      log.setLevel(Level.OFF);
      log.detachAppender(overheard);
    }
    return overheard.sent;
  }

  /** A request ends where its answer begins. */
  @Override
  protected void append(ILoggingEvent event) {
    Matcher line = LINE.matcher(event.getFormattedMessage());
    if (!line.matches()) {
      return;
    }
    String connection = line.group(1);
    if (line.group(2).equals(">>")) {
      begun.computeIfAbsent(connection, c -> new StringBuilder()).append(line.group(3));
    } else if (begun.containsKey(connection)) {
      String request = Objects.requireNonNull(begun.remove(connection)).toString();
      sent.add(new Sent(connection, plain(request)));
    }
  }

  private static String plain(String written) {
    return written.replace("[\\r]", "\r").replace("[\\n]", "\n");
  }
}
