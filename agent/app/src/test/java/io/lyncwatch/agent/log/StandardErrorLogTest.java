package io.lyncwatch.agent.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Of the whole JVM's standard error. */
@Isolated
class StandardErrorLogTest {
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream before = System.err;
  private final LoggerContext log = new LoggerContext();

  @BeforeEach
  void configure() {
    System.setErr(new PrintStream(printed, true, UTF_8));
    log.setMDCAdapter(new LogbackMDCAdapter());
    new StandardErrorLog().configure(log);
  }

  @AfterEach
  void restore() {
    log.stop();
    System.setErr(before);
  }

  @Test
  void a_line_has_time_level_and_who_says_it() {
    log.getLogger("io.lyncwatch.agent.Someone").info("all is well");

    assertThat(printed.toString(UTF_8))
        .matches(
            "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\S+ INFO  Someone: all is well\\R");
  }

  @Test
  void of_libraries_only_warnings_are_worth_a_line() {
    log.getLogger("io.helidon.Server").info("started");
    log.getLogger("io.helidon.Server").warn("about to fail");

    assertThat(printed.toString(UTF_8)).doesNotContain("started").contains("about to fail");
  }

  @Test
  void libraries_that_log_whole_requests_are_kept_quiet_whatever_else_is_on() {
    log.getLogger("ROOT").setLevel(Level.TRACE);
    log.getLogger("org.apache.hc.client5.http.wire").error("Authorization: NTLM secret");

    assertThat(printed.toString(UTF_8)).isEmpty();
  }
}
