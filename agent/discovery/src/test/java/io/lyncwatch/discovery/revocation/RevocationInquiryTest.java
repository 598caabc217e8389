package io.lyncwatch.discovery.revocation;

import static io.lyncwatch.discovery.revocation.TestingAuthority.NOW;
import static io.lyncwatch.discovery.revocation.TestingAuthority.REVOKED;
import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.Deadline;
import io.lyncwatch.discovery.SideBySide;
import io.lyncwatch.discovery.Ticker;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Stage;
import io.lyncwatch.discovery.revocation.AuthorityClient.Answer;
import io.lyncwatch.discovery.revocation.AuthorityClient.Question;
import io.lyncwatch.discovery.revocation.Obstacle.Why;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which sources are asked about a chain, how often, and what is told of it. */
@Timeout(60)
class RevocationInquiryTest {
  private static final CertificateStatus GOOD = CertificateStatus.GOOD;
  private static final String OCSP = "http://ocsp.example/";
  private static final String LIST = "http://pki.example/issuing.crl";
  private static final String ROOT_LIST = "http://pki.example/root.crl";
  private static final Duration ALLOWED = Duration.ofSeconds(20);
  private static final Duration WEEK = Duration.ofDays(7);

  private final TestingAuthority root = new TestingAuthority("CN=Root");
  private final TestingAuthority issuing = root.below("CN=Issuing", ROOT_LIST);
  private final X509Certificate leaf = issuing.leaf(List.of(OCSP), List.of(LIST));
  private final ScriptedClient web = new ScriptedClient();
  private final KnownStatuses known = new KnownStatuses();
  private Duration took = Duration.ZERO;
  private final AtomicLong ticks = new AtomicLong();
  private final Ticker ticker = ticks::get;

  @Test
  void a_chain_is_good_if_each_certificate_below_the_root_is() {
    web.give(OCSP, issuing.answer(leaf, GOOD)).give(ROOT_LIST, root.list(WEEK));

    Revocation revocation = ask(path(leaf));

    assertThat(revocation.status()).isEqualTo(Status.GOOD);
    assertThat(revocation.certificates())
        .extracting(CertificateRevocation::subject)
        .containsExactly("CN=web.example", "CN=Issuing");
    assertThat(web.asked).containsExactlyInAnyOrder(OCSP, LIST, ROOT_LIST);
  }

  @Test
  void a_list_is_looked_at_though_a_stapled_answer_or_a_responder_says_that_all_is_well() {
    byte[] ending =
        issuing.list(
            NOW.minus(Duration.ofDays(6)), NOW.plus(Duration.ofHours(3)), Optional.empty());
    web.give(LIST, ending).give(OCSP, issuing.answer(leaf, GOOD)).give(ROOT_LIST, root.list(WEEK));

    for (Revocation revocation :
        List.of(ask(path(leaf)), ask(path(leaf), issuing.answer(leaf, GOOD)))) {
      assertThat(revocation.status()).isEqualTo(Status.GOOD);
      assertThat(RevocationFindings.of(revocation, NOW, "here", Stage.CAPTURE, "web.example:443"))
          .extracting(Finding::reason)
          .containsExactly(Reason.TLS_CRL_ENDING);
    }
  }

  @Test
  void a_list_that_says_revoked_is_believed_more_than_a_responder_that_does_not_know_yet() {
    web.give(LIST, issuing.list(WEEK, leaf)).give(OCSP, issuing.answer(leaf, GOOD));

    assertThat(ask(path(leaf)).certificates().getFirst().verdict())
        .isInstanceOf(Verdict.Revoked.class);
  }

  @Test
  void a_list_that_cannot_be_had_is_no_matter_where_a_responder_answers() {
    web.fail(LIST, Why.UNREACHABLE)
        .give(OCSP, issuing.answer(leaf, GOOD))
        .give(ROOT_LIST, root.list(WEEK));

    Revocation revocation = ask(path(leaf));

    assertThat(revocation.status()).isEqualTo(Status.GOOD);
    assertThat(RevocationFindings.of(revocation, NOW, "here", Stage.CAPTURE, "web.example:443"))
        .isEmpty();
  }

  @Test
  void a_revoked_intermediate_makes_the_chain_revoked_whatever_is_known_of_the_leaf() {
    web.give(ROOT_LIST, root.list(WEEK, issuing.certificate()));

    assertThat(ask(path(leaf)).status()).isEqualTo(Status.REVOKED);
  }

  @Test
  void a_certificate_of_which_nobody_tells_makes_the_chain_unknown_with_each_obstacle() {
    web.give(ROOT_LIST, root.list(WEEK));
    web.fail(OCSP, Why.REFUSED).fail(LIST, Why.UNRESOLVED);

    Revocation revocation = ask(path(leaf));

    assertThat(revocation.status()).isEqualTo(Status.UNKNOWN);
    assertThat(whys(revocation)).containsExactly(Why.REFUSED, Why.UNRESOLVED);
  }

  @Test
  void a_list_tells_where_the_responder_does_not() {
    web.fail(OCSP, Why.TIMED_OUT)
        .give(LIST, issuing.list(WEEK, leaf))
        .give(ROOT_LIST, root.list(WEEK));

    assertThat(ask(path(leaf)).certificates().getFirst().verdict())
        .isInstanceOfSatisfying(
            Verdict.Revoked.class, revoked -> assertThat(revoked.url()).isEqualTo(LIST));
  }

  @Test
  void a_genuine_stapled_answer_spares_the_question() {
    web.give(ROOT_LIST, root.list(WEEK));

    Revocation revocation = ask(path(leaf), issuing.answer(leaf, REVOKED));

    assertThat(revocation.certificates().getFirst().verdict())
        .isInstanceOfSatisfying(
            Verdict.Revoked.class, v -> assertThat(v.source()).isEqualTo(Source.STAPLED));
    assertThat(web.asked).containsExactly(ROOT_LIST);
  }

  @Test
  void a_stapled_answer_that_proves_nothing_changes_nothing() {
    web.give(OCSP, issuing.answer(leaf, REVOKED)).give(ROOT_LIST, root.list(WEEK));

    assertThat(ask(path(leaf), issuing.forgedAnswer(leaf, GOOD), new byte[] {0x30}).status())
        .isEqualTo(Status.REVOKED);
  }

  @Test
  void a_certificate_that_names_nothing_to_ask_over_http_is_unknown_for_that() {
    X509Certificate bare = root.leaf(List.of("https://ocsp.example"), List.of("ldap:///CN=Root"));

    assertThat(whys(ask(List.of(bare, root.certificate())))).containsExactly(Why.NO_SOURCE);
    assertThat(web.asked).isEmpty();
  }

  @Test
  void nobody_is_asked_about_an_expired_certificate_but_about_those_above_it() {
    X509Certificate expired = issuing.leaf(List.of(OCSP), List.of(), Duration.ofDays(-1));
    web.give(ROOT_LIST, root.list(WEEK));

    assertThat(whys(ask(path(expired)))).containsExactly(Why.OUT_OF_VALIDITY);
    assertThat(web.asked).containsExactly(ROOT_LIST);
  }

  @Test
  void nobody_has_a_say_on_a_trust_anchor_though_another_has_issued_it() {
    web.give(OCSP, issuing.answer(leaf, GOOD));

    assertThat(ask(List.of(leaf, issuing.certificate())).status()).isEqualTo(Status.GOOD);
    assertThat(web.asked).containsExactly(OCSP, LIST);
    assertThat(inquiry(NOW).ask(List.of(root.certificate()), List.of())).isEmpty();
    assertThat(inquiry(NOW).ask(List.of(), List.of())).isEmpty();
  }

  @Test
  void answers_are_kept_as_long_as_they_hold() {
    web.give(OCSP, issuing.answer(leaf, GOOD))
        .give(LIST, issuing.list(WEEK))
        .give(ROOT_LIST, root.list(WEEK));
    ask(path(leaf));

    inquiry(NOW.plus(Duration.ofHours(2))).ask(path(leaf), List.of());
    assertThat(web.asked).hasSize(3);

    inquiry(NOW.plus(Duration.ofHours(20))).ask(path(leaf), List.of());
    assertThat(web.asked).containsExactlyInAnyOrder(OCSP, LIST, ROOT_LIST, OCSP);
  }

  @Test
  void failures_are_kept_for_minutes() {
    web.fail(OCSP, Why.TIMED_OUT).fail(LIST, Why.TIMED_OUT).fail(ROOT_LIST, Why.TIMED_OUT);
    ask(path(leaf));

    inquiry(NOW.plus(Duration.ofMinutes(4))).ask(path(leaf), List.of());
    assertThat(web.asked).hasSize(3);

    inquiry(NOW.plus(Duration.ofMinutes(6))).ask(path(leaf), List.of());
    assertThat(web.asked).hasSize(6);
  }

  @Test
  void a_thousand_endpoints_below_one_authority_fetch_its_list_once() {
    web.give(LIST, issuing.list(WEEK)).give(ROOT_LIST, root.list(WEEK));
    List<X509Certificate> leaves =
        IntStream.range(0, 1_000).mapToObj(i -> issuing.leaf(List.of(), List.of(LIST))).toList();

    assertThat(SideBySide.all(leaves, each -> ask(path(each)).status())).containsOnly(Status.GOOD);
    assertThat(web.asked).containsExactlyInAnyOrder(LIST, ROOT_LIST);
  }

  @Test
  void a_responder_that_is_gone_is_not_asked_about_every_certificate() {
    web.fail(OCSP, Why.TIMED_OUT).give(ROOT_LIST, root.list(WEEK));
    for (int i = 0; i < 10; i++) {
      assertThat(whys(ask(path(issuing.leaf(List.of(OCSP), List.of())))))
          .containsExactly(Why.TIMED_OUT);
    }

    assertThat(web.asked).containsExactlyInAnyOrder(OCSP, ROOT_LIST);
  }

  @Test
  void slow_sources_are_not_asked_for_ever_about_one_certificate() {
    took = Duration.ofSeconds(5);
    List<String> many = List.of(OCSP, OCSP + 2);
    X509Certificate talkative = root.leaf(many, List.of(LIST, LIST + 2));

    assertThat(whys(ask(List.of(talkative, root.certificate()))))
        .containsExactly(Why.NO_ANSWER, Why.NO_TIME, Why.NO_TIME, Why.NO_TIME);
    assertThat(web.asked).containsExactly(OCSP, OCSP + 2);
  }

  @Test
  void what_only_the_own_deadline_cut_is_asked_again_and_then_for_as_long_as_usual() {
    took = Duration.ofSeconds(1);
    X509Certificate listed = root.leaf(List.of(), List.of(LIST));
    List<X509Certificate> path = List.of(listed, root.certificate());
    Deadline brief = Deadline.in(Duration.ofMillis(500), ticker);

    assertThat(whys(new RevocationInquiry(web, known, NOW, brief).ask(path, List.of()).get()))
        .containsExactly(Why.NO_TIME);
    assertThat(web.allowed).containsExactly(Duration.ofMillis(500));

    took = Duration.ZERO;
    web.give(LIST, root.list(WEEK));

    assertThat(ask(path).status()).isEqualTo(Status.GOOD);
    assertThat(web.allowed).last().isEqualTo(Duration.ofSeconds(4));
  }

  @Test
  void nobody_is_asked_after_the_deadline_but_what_is_known_is_told() {
    X509Certificate listed = root.leaf(List.of(), List.of(LIST));
    List<X509Certificate> path = List.of(listed, root.certificate());
    Deadline passed = Deadline.in(Duration.ZERO, ticker);

    assertThat(whys(new RevocationInquiry(web, known, NOW, passed).ask(path, List.of()).get()))
        .containsExactly(Why.NO_TIME);
    assertThat(web.asked).isEmpty();

    web.give(LIST, root.list(WEEK));
    ask(path);
    assertThat(new RevocationInquiry(web, known, NOW, passed).ask(path, List.of()).get().status())
        .isEqualTo(Status.GOOD);
  }

  @Test
  void a_large_list_that_has_no_turn_is_the_agents_own_affair() {
    web.give(LIST, root.list(WEEK)).large(LIST, 1_000_000);
    List<X509Certificate> path = List.of(root.leaf(List.of(), List.of(LIST)), root.certificate());
    Deadline soon = Deadline.in(Duration.ofMillis(20), ticker);
    known.largeLists().lock();
    try {
      assertThat(whys(new RevocationInquiry(web, known, NOW, soon).ask(path, List.of()).get()))
          .containsExactly(Why.NO_TIME);
    } finally {
      known.largeLists().unlock();
    }

    assertThat(ask(path).status()).isEqualTo(Status.GOOD);
  }

  @Test
  void a_large_list_is_read_when_it_has_its_turn_and_a_larger_one_is_not() {
    web.give(LIST, issuing.list(WEEK)).large(LIST, 1_000_000);
    web.give(ROOT_LIST, root.list(WEEK)).large(ROOT_LIST, 50_000_000);

    Revocation revocation = ask(path(issuing.leaf(List.of(), List.of(LIST))));

    assertThat(revocation.certificates().getFirst().verdict().status()).isEqualTo(Status.GOOD);
    assertThat(whys(revocation)).containsExactly(Why.TOO_LARGE);
  }

  @Test
  void the_jdk_connects_to_nowhere_by_itself_even_where_it_is_left_without_an_answer()
      throws Exception {
    try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      String url = "http://127.0.0.1:" + server.getLocalPort() + "/";
      X509Certificate named = root.leaf(List.of(url), List.of(url));
      web.give(url, new byte[] {0x30, 0});

      ask(List.of(named, root.certificate()), root.forgedAnswer(named, GOOD));
      Issued issued = new Issued(named, root.certificate());
      ListCheck.of(issued, new TestingAuthority("CN=Root").list(WEEK), url, NOW);
      ListCheck.of(issued, root.list(Duration.ofHours(-1)), url, NOW);

      server.setSoTimeout(1);
      assertThat(accepts(server)).isFalse();
    }
  }

  private static boolean accepts(ServerSocket server) throws IOException {
    try {
      server.accept().close();
      return true;
    } catch (SocketTimeoutException nobody) {
      return false;
    }
  }

  private List<X509Certificate> path(X509Certificate first) {
    return List.of(first, issuing.certificate(), root.certificate());
  }

  private Revocation ask(List<X509Certificate> path, byte[]... stapled) {
    return inquiry(NOW).ask(path, List.of(stapled)).orElseThrow();
  }

  private RevocationInquiry inquiry(Instant now) {
    return new RevocationInquiry(web, known, now, Deadline.in(ALLOWED, ticker));
  }

  private static List<Why> whys(Revocation revocation) {
    return revocation.certificates().stream()
        .map(CertificateRevocation::verdict)
        .filter(Verdict.Unknown.class::isInstance)
        .flatMap(verdict -> ((Verdict.Unknown) verdict).obstacles().stream())
        .map(Obstacle::why)
        .toList();
  }

  /** The servers of all authorities. */
  private final class ScriptedClient implements AuthorityClient {
    private final Map<String, byte[]> contents = new ConcurrentHashMap<>();
    private final Map<String, Why> failures = new ConcurrentHashMap<>();
    private final Map<String, Integer> sizes = new ConcurrentHashMap<>();
    private final List<Duration> allowed = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    ScriptedClient give(String url, byte[] content) {
      contents.put(url, content);
      return this;
    }

    ScriptedClient fail(String url, Why why) {
      failures.put(url, why);
      return this;
    }

    /** As if what is there had that many bytes. */
    void large(String url, int size) {
      sizes.put(url, size);
    }

    @Override
    public boolean askable(String url) {
      return url.startsWith("http://");
    }

    @Override
    public Answer ask(Question question) {
      asked.add(question.url());
      allowed.add(question.allowed());
      ticks.addAndGet(took.toNanos());
      Why why = failures.get(question.url());
      if (sizes.getOrDefault(question.url(), 0) > question.most()) {
        why = Why.TOO_LARGE;
      }
      byte[] content = contents.get(question.url());
      return why == null && content != null
          ? new Answer.Content(content)
          : new Answer.Nothing(new Obstacle(why == null ? Why.NO_ANSWER : why, question.url(), ""));
    }
  }
}
