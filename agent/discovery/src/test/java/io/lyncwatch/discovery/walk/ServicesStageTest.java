package io.lyncwatch.discovery.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.lyncwatch.discovery.ClosedPort;
import io.lyncwatch.discovery.Deadline;
import io.lyncwatch.discovery.SipDomain;
import io.lyncwatch.discovery.Ticker;
import io.lyncwatch.discovery.document.Representation;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Severity;
import io.lyncwatch.discovery.finding.Stage;
import io.lyncwatch.discovery.http.AddressBook;
import io.lyncwatch.discovery.http.Connections;
import io.lyncwatch.discovery.http.Network;
import io.lyncwatch.discovery.http.Request;
import io.lyncwatch.discovery.http.ScriptedWebServer;
import io.lyncwatch.discovery.http.TestingNetwork;
import io.lyncwatch.discovery.report.Side;
import io.lyncwatch.discovery.walk.ServiceAnswer.State;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class ServicesStageTest {
  private static final URI HOME = URI.create("http://pool.contoso.example/root");
  private static final Service UCWA =
      new Service(
          "ucwa",
          Side.EXTERNAL,
          URI.create("http://pool.contoso.example/ucwa/v1/applications"),
          Optional.empty(),
          Set.of(401),
          Severity.ERROR,
          "");
  private static final Service MEET =
      new Service(
          "meet",
          Side.EXTERNAL,
          URI.create("http://pool.contoso.example/meet"),
          Optional.empty(),
          Set.of(200),
          Severity.WARNING,
          "meetings by browser");

  private static final Service MCX =
      new Service(
          "mcx",
          Side.EXTERNAL,
          URI.create("http://pool.contoso.example/Mcx/McxService.svc"),
          Optional.of(URI.create("http://web.contoso.example/Mcx/McxService.svc")),
          Set.of(401),
          Severity.ERROR,
          "");

  private static final String BROKEN =
      "HTTP/1.1 500 No\r\nX-MS-Server-Fqdn: fe01\r\nContent-Length: 0\r\n\r\n";
  private static final String REFUSING =
      "HTTP/1.1 401 No\r\nX-MS-Server-Fqdn: fe01\r\nContent-Length: 0\r\n\r\n";
  private static final String NAMED =
      "HTTP/1.1 200 OK\r\nX-MS-Server-Fqdn: fe01\r\nContent-Length: 0\r\n\r\n";
  private static final String NAMELESS = "HTTP/1.1 401 No\r\nContent-Length: 0\r\n\r\n";

  private final StageNotes notes = new StageNotes(Stage.SERVICES);
  private boolean namedBefore;

  @Test
  void a_service_for_which_no_time_is_left_is_neither_good_nor_bad() throws IOException {
    try (ScriptedWebServer server = ScriptedWebServer.saying(NAMELESS)) {
      assertThat(check(server, Duration.ofSeconds(1), false)).isEmpty();
      assertThat(notes.findings()).isEmpty();
      assertThat(server.heads()).isEmpty();
    }
  }

  @Test
  void a_server_without_a_name_among_servers_with_names_is_not_the_service() throws IOException {
    try (ScriptedWebServer server = saying(NAMED, NAMELESS)) {
      assertThat(check(server, Duration.ofSeconds(30), true))
          .extracting(ServiceAnswer::good)
          .containsExactly(false);
      assertThat(notes.findings()).extracting(Finding::reason).contains(Reason.PREAUTHENTICATION);
    }
  }

  @Test
  void where_a_proxy_takes_all_names_away_the_status_decides() throws IOException {
    try (ScriptedWebServer server = saying(NAMELESS, NAMELESS)) {
      assertThat(check(server, Duration.ofSeconds(30), true))
          .extracting(ServiceAnswer::good)
          .containsExactly(true);
      assertThat(notes.findings()).isEmpty();
    }
  }

  @Test
  void where_servers_named_themselves_at_the_last_sign_in_they_have_to_do_so_still()
      throws IOException {
    namedBefore = true;
    try (ScriptedWebServer server = saying(NAMELESS)) {
      assertThat(check(server, Duration.ofSeconds(30), false))
          .extracting(ServiceAnswer::good)
          .containsExactly(false);
    }
  }

  @Test
  void a_service_that_the_web_server_does_not_know_is_not_the_service() throws IOException {
    String unknown = "HTTP/1.1 404 No\r\nX-MS-Server-Fqdn: fe01\r\nContent-Length: 0\r\n\r\n";
    try (ScriptedWebServer server = saying(unknown)) {
      check(server, Duration.ofSeconds(30), false);

      assertThat(notes.findings())
          .extracting(Finding::reason, Finding::severity)
          .containsExactly(
              tuple(Reason.HTTP_NOT_LYNC, Severity.ERROR),
              tuple(Reason.SERVICE_UNREACHABLE, Severity.ERROR));
      assertThat(notes.findings().getFirst().cause()).contains("X-MS-Server-Fqdn: fe01");
    }
  }

  @Test
  void a_service_that_fails_is_used_by_its_url_in_the_other_set() throws IOException {
    try (ScriptedWebServer server = inTurn(BROKEN, REFUSING)) {
      assertThat(check(server, Duration.ofSeconds(30), false, MCX))
          .containsExactly(new ServiceAnswer(MCX, State.BAD, State.GOOD));
      assertThat(notes.findings())
          .extracting(Finding::reason, Finding::severity)
          .containsExactly(
              tuple(Reason.HTTP_STATUS, Severity.WARNING),
              tuple(Reason.SERVICE_FAILED_OVER, Severity.WARNING));
    }
  }

  @Test
  void what_sign_in_does_not_need_is_a_warning_that_says_what_users_miss_and_which_path_to_publish()
      throws IOException {
    String refused = "HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n";
    try (ScriptedWebServer server = saying(refused)) {
      check(server, Duration.ofSeconds(30), false, MEET);

      assertThat(notes.findings())
          .extracting(Finding::reason, Finding::severity)
          .containsExactly(
              tuple(Reason.HTTP_NOT_LYNC, Severity.WARNING),
              tuple(Reason.SERVICE_UNREACHABLE, Severity.WARNING));
      assertThat(notes.findings().getFirst().cure()).contains("publishing rule pass /meet/* on");
      assertThat(notes.findings().getLast().cause()).contains("users miss meetings by browser");
    }
  }

  @Test
  void a_server_that_takes_no_connection_is_asked_once_for_all_its_services() throws IOException {
    try (ClosedPort closed = new ClosedPort()) {
      assertThat(check(closed.port(), Duration.ofSeconds(30), false, UCWA, MEET))
          .extracting(ServiceAnswer::good)
          .containsExactly(false, false);
      assertThat(notes.steps()).hasSize(1);
      assertThat(notes.findings().getLast().evidence()).containsEntry("services", "ucwa, meet");
    }
  }

  @Test
  void a_service_that_answers_is_not_asked_twice() throws IOException {
    try (ScriptedWebServer server = inTurn(REFUSING)) {
      check(server, Duration.ofSeconds(30), false, MCX);
      assertThat(server.heads()).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource({"403, true", "502, true", "404, false", "500, false", "503, false"})
  void phones_forget_a_url_for_few_answers_only(int status, boolean gone) throws IOException {
    String answer =
        "HTTP/1.1 " + status + " No\r\nX-MS-Server-Fqdn: fe01\r\nContent-Length: 0\r\n\r\n";
    try (ScriptedWebServer server = inTurn(answer, answer)) {
      assertThat(check(server, Duration.ofSeconds(30), false, MCX))
          .extracting(ServiceAnswer::good, ServiceAnswer::gone)
          .containsExactly(tuple(false, gone));
    }
  }

  /** One after the other, whatever the connection. */
  private static ScriptedWebServer inTurn(String... answers) {
    AtomicInteger next = new AtomicInteger();
    return new ScriptedWebServer((request, out) ->
        out.write(answers[next.getAndIncrement()].getBytes(StandardCharsets.US_ASCII)));
  }

  /** One after the other on one connection. */
  private static ScriptedWebServer saying(String... answers) {
    return new ScriptedWebServer(
        (request, out) -> out.write(answers[request].getBytes(StandardCharsets.US_ASCII)));
  }

  private List<ServiceAnswer> check(ScriptedWebServer server, Duration time, boolean homeFirst) {
    return check(server, time, homeFirst, UCWA);
  }

  private List<ServiceAnswer> check(
      ScriptedWebServer server, Duration time, boolean homeFirst, Service... services) {
    return check(server.port(), time, homeFirst, services);
  }

  private List<ServiceAnswer> check(
      int port, Duration time, boolean homeFirst, Service... services) {
    Network network = TestingNetwork.of(port, port, Duration.ofSeconds(10));
    try (Connections connections = new Connections(network, new AddressBook(network))) {
      Journey journey =
          new Journey(
              network,
              connections,
              Deadline.in(time, Ticker.SYSTEM),
              new TrustRule(new SipDomain("contoso.example"), Set.of()),
              Optional.empty(),
              Representation.LEGACY_XML);
      journey.expectServersNamed(namedBefore);
      if (homeFirst) {
        assertThat(journey.ask(notes, Request.get(HOME))).isPresent();
      }
      List<ServiceAnswer> answers =
          new ServicesStage(journey).check(notes, Side.EXTERNAL, List.of(services), true);
      ServicesStage.unreachable(notes, answers);
      return answers;
    }
  }
}
