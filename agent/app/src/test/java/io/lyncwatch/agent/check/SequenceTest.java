package io.lyncwatch.agent.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.finding.Stage;
import io.lyncwatch.discovery.report.Facts;
import io.lyncwatch.discovery.report.Learned;
import io.lyncwatch.discovery.report.Outcome;
import io.lyncwatch.discovery.report.ProbeKind;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.report.StageResult;
import io.lyncwatch.discovery.report.StageResult.Step;
import io.lyncwatch.discovery.report.TargetId;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The questions of a run, drawn. */
class SequenceTest {
  private static final Step RESOLVED = step("lyncdiscover.contoso.example", "192.0.2.1");
  private static final Step ROOT =
      step("GET http://lyncdiscover.contoso.example/?sipuri=a", "root document");
  private static final Step TICKET =
      step("Kerberos ticket for HTTP/pool.contoso.example as a@R", "issued by R");
  private static final Step REMARK = step("sign-in: auto", "NTLM");
  private static final Step AGAIN =
      step("POST https://pool.contoso.example:443/WebTicket, NTLM", "401");

  @Test
  void whoever_is_asked_has_a_line_in_the_order_in_which_he_first_is() {
    Sequence drawn =
        Sequence.of(
            run(
                stage(Stage.RESOLVE, RESOLVED),
                stage(Stage.ROOT, ROOT),
                stage(Stage.TICKET, TICKET, AGAIN, AGAIN)));

    assertThat(drawn.parties())
        .extracting(Sequence.Party::name)
        .containsExactly(
            "DNS", "lyncdiscover.contoso.example", "Kerberos realm", "pool.contoso.example");
    assertThat(drawn.parties()).extracting(Sequence.Party::x).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void the_stage_stands_at_its_first_exchange_and_a_remark_asks_nobody() {
    Sequence drawn = Sequence.of(run(stage(Stage.TICKET, REMARK, AGAIN)));

    assertThat(drawn.exchanges().getFirst().stage()).contains("ticket");
    assertThat(drawn.exchanges().getFirst().x()).isEmpty();
    assertThat(drawn.exchanges().getLast().stage()).isEmpty();
    assertThat(drawn.exchanges().getLast().x()).isPresent();
  }

  @Test
  void the_host_is_left_out_of_what_is_asked_and_plain_http_is_said() {
    Sequence drawn = Sequence.of(run(stage(Stage.ROOT, ROOT, AGAIN)));

    assertThat(drawn.exchanges())
        .extracting(Sequence.Exchange::asked)
        .containsExactly("GET (http) /?sipuri=a", "POST /WebTicket, NTLM");
    assertThat(drawn.exchanges().getFirst().wholly())
        .isEqualTo("GET http://lyncdiscover.contoso.example/?sipuri=a -> root document");
  }

  @Test
  void a_long_answer_is_cut_and_still_there_wholly() {
    String text = "x".repeat(500);
    Sequence.Exchange drawn =
        Sequence.of(run(stage(Stage.ROOT, step("GET https://a.example/", text))))
            .exchanges()
            .getFirst();

    assertThat(drawn.answered()).hasSizeLessThan(200).endsWith("...");
    assertThat(drawn.wholly()).endsWith(text);
  }

  @Test
  void all_of_it_is_inside_the_drawing() {
    Sequence drawn =
        Sequence.of(run(stage(Stage.ROOT, ROOT, AGAIN), stage(Stage.TICKET, TICKET, REMARK)));

    assertThat(drawn.parties()).allMatch(party -> party.x() < drawn.width());
    assertThat(drawn.exchanges()).allMatch(exchange -> exchange.y() + 30 < drawn.height());
    assertThat(drawn.exchanges()).extracting(Sequence.Exchange::y).doesNotHaveDuplicates();
  }

  private static Step step(String asked, String answered) {
    return new Step(asked, answered, true, Duration.ofMillis(5));
  }

  private static StageResult stage(Stage stage, Step... steps) {
    return new StageResult(stage, true, Duration.ofMillis(9), Arrays.asList(steps));
  }

  private static Report run(StageResult... stages) {
    return new Report(
        new TargetId(ProbeKind.SIGN_IN, View.EXTERNAL, "contoso.example", "a"),
        Instant.EPOCH,
        Duration.ofMillis(20),
        Outcome.SUCCESS,
        "Summary.",
        Arrays.asList(stages),
        List.of(),
        new Facts.None(),
        Learned.NOTHING);
  }
}
