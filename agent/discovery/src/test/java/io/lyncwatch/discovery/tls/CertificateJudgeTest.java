package io.lyncwatch.discovery.tls;

import static io.lyncwatch.discovery.tls.Issued.END;
import static io.lyncwatch.discovery.tls.Issued.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each point of a judgement by itself. */
class CertificateJudgeTest {
  private static final String HOST = "lyncdiscover.contoso.example";
  private static final Issued ROOT = Issued.root("CN=Root");
  private static final Issued ISSUING =
      Issued.named("CN=Issuing").by(ROOT).authority().valid("2026-01-01", "2026-12-01").issue();
  private static final Issued LEAF = Issued.named("CN=web").by(ISSUING).dns(HOST).issue();

  private final CertificateJudge judge = new CertificateJudge(Trust.of(certificates(ROOT)));

  @Test
  void a_good_chain_is_acceptable_and_ends_with_its_first_certificate_to_end() {
    Judgement judgement = judge(LEAF, ISSUING);

    assertThat(judgement.acceptable()).isTrue();
    assertThat(judgement.trustDetail()).isEmpty();
    assertThat(judgement.covers()).containsExactly(HOST);
    assertThat(judgement.chainNotAfter()).contains(Instant.parse("2026-12-01T00:00:00Z"));
  }

  @Test
  void the_served_certificates_are_kept_as_data() {
    Judgement judgement = judge(LEAF, ISSUING, ROOT);

    assertThat(judgement.certificates())
        .extracting(ServedCertificate::position)
        .containsExactly(Position.LEAF, Position.INTERMEDIATE, Position.ROOT);
    ServedCertificate leaf = judgement.certificates().getFirst();
    assertThat(leaf.subject()).isEqualTo("CN=web");
    assertThat(leaf.issuer()).isEqualTo("CN=Issuing");
    assertThat(leaf.notAfter()).isEqualTo(END);
    assertThat(leaf.sha256()).matches("[0-9a-f]{64}");
    assertThat(leaf.serial()).isEqualTo(LEAF.certificate().getSerialNumber().toString(16));
  }

  @Test
  void a_renewed_certificate_shows_whether_its_key_is_a_new_one() {
    Issued sameKey = Issued.named("CN=web").by(ISSUING).dns(HOST).keys(LEAF.keys()).issue();
    Issued newKey = Issued.named("CN=web").by(ISSUING).dns(HOST).issue();

    assertThat(leaf(sameKey).sha256()).isNotEqualTo(leaf(LEAF).sha256());
    assertThat(leaf(sameKey).keySha256()).isEqualTo(leaf(LEAF).keySha256()).matches("[0-9a-f]{64}");
    assertThat(leaf(newKey).keySha256()).isNotEqualTo(leaf(LEAF).keySha256());
  }

  private ServedCertificate leaf(Issued issued) {
    return judge(issued).certificates().getFirst();
  }

  @Test
  void behind_the_proxy_neither_authority_nor_name_matters_but_the_end_does() {
    Issued own = Issued.root("CN=Own");
    Issued machine = Issued.named("CN=fe01").by(own).dns("fe01.corp.example").issue();
    Issued expired = Issued.named("CN=fe01").by(own).valid("2026-01-01", "2026-02-01").issue();

    Judgement good = judge.behindProxy().judge(certificates(machine), HOST, NOW);
    assertThat(judge(machine).acceptable()).isFalse();
    assertThat(good.acceptable()).isTrue();
    assertThat(good.covers()).containsExactly("fe01.corp.example");
    assertThat(judge.behindProxy().judge(certificates(expired), HOST, NOW).acceptable()).isFalse();
  }

  @Test
  void the_order_of_the_served_certificates_does_not_matter() {
    Issued stranger = Issued.root("CN=Stranger");

    assertThat(judge(LEAF, ROOT, stranger, ISSUING, ISSUING).acceptable()).isTrue();
  }

  @Test
  void an_expired_leaf_is_not_also_untrusted() {
    Issued expired =
        Issued.named("CN=web").by(ISSUING).dns(HOST).valid("2026-01-01", "2026-02-01").issue();
    Judgement judgement = judge(expired, ISSUING);

    assertThat(judgement.valid()).isFalse();
    assertThat(judgement.trusted()).isTrue();
    assertThat(judgement.hostMatches()).isTrue();
    assertThat(judgement.chainNotAfter()).contains(Instant.parse("2026-02-01T00:00:00Z"));
  }

  @Test
  void a_leaf_of_the_future_is_trusted_but_not_valid() {
    Issued future =
        Issued.named("CN=web").by(ISSUING).dns(HOST).valid("2026-07-01", "2026-08-01").issue();
    Judgement judgement = judge(future, ISSUING);

    assertThat(judgement.valid()).isFalse();
    assertThat(judgement.trusted()).isTrue();
  }

  @Test
  void an_expired_intermediate_makes_the_chain_invalid_but_not_untrusted() {
    Issued gone =
        Issued.named("CN=Gone").by(ROOT).authority().valid("2026-01-01", "2026-03-01").issue();
    Judgement judgement = judge(Issued.named("CN=web").by(gone).dns(HOST).issue(), gone);

    assertThat(judgement.valid()).isFalse();
    assertThat(judgement.trusted()).isTrue();
    assertThat(judgement.chainNotAfter()).contains(Instant.parse("2026-03-01T00:00:00Z"));
  }

  @Test
  void an_expired_root_makes_the_chain_invalid_but_not_untrusted() {
    Issued old = Issued.named("CN=Old").authority().valid("2006-01-01", "2026-03-01").issue();
    Judgement judgement = judgeTrusting(old, Issued.named("CN=web").by(old).dns(HOST).issue());

    assertThat(judgement.valid()).isFalse();
    assertThat(judgement.trusted()).isTrue();
  }

  @Test
  void of_two_ways_to_a_root_the_one_that_lasts_longer_counts() {
    Issued longer = Issued.named("CN=Issuing").by(ROOT).authority().keys(ISSUING.keys()).issue();
    Issued ended =
        Issued.named("CN=Issuing")
            .by(ROOT)
            .authority()
            .keys(ISSUING.keys())
            .valid("2026-01-01", "2026-02-01")
            .issue();
    Judgement judgement = judge(LEAF, ended, ISSUING, longer);

    assertThat(judgement.valid()).isTrue();
    assertThat(judgement.chainNotAfter()).contains(END);
  }

  @Test
  void the_path_goes_past_a_trusted_intermediate_to_the_root_above_it() {
    CertificateJudge trusting = new CertificateJudge(Trust.of(certificates(ISSUING, ROOT)));

    assertThat(trusting.path(certificates(LEAF, ISSUING), NOW))
        .isEqualTo(certificates(LEAF, ISSUING, ROOT));
    assertThat(trusting.path(certificates(LEAF), NOW)).isEqualTo(certificates(LEAF, ISSUING));
  }

  @Test
  void there_is_no_path_to_a_root_that_nobody_trusts() {
    assertThat(judge.path(certificates(LEAF), NOW)).isEmpty();
  }

  @Test
  void certificates_that_were_never_valid_together_lead_nowhere() {
    Issued gone =
        Issued.named("CN=Gone").by(ROOT).authority().valid("2026-01-01", "2026-03-01").issue();
    Issued later =
        Issued.named("CN=web").by(gone).dns(HOST).valid("2026-04-01", "2026-09-01").issue();
    Judgement judgement = judge(later, gone);

    assertThat(judgement.trusted()).isFalse();
    assertThat(judgement.trustDetail()).contains("never valid at the same time");
  }

  @Test
  void a_missing_intermediate_is_named() {
    Judgement judgement = judge(LEAF);

    assertThat(judgement.trusted()).isFalse();
    assertThat(judgement.valid()).isTrue();
    assertThat(judgement.chainNotAfter()).isEmpty();
    assertThat(judgement.trustDetail())
        .isEqualTo("its issuer CN=Issuing was not sent along and is no trusted root");
  }

  @Test
  void an_unknown_root_is_named() {
    Issued other = Issued.root("CN=Other");
    Judgement judgement = judge(Issued.named("CN=web").by(other).dns(HOST).issue(), other);

    assertThat(judgement.trustDetail()).isEqualTo("its root CN=Other is not trusted");
  }

  @Test
  void a_certificate_signed_by_itself_is_called_so() {
    Judgement judgement = judge(Issued.named("CN=web").dns(HOST).issue());

    assertThat(judgement.trustDetail()).isEqualTo("the certificate is signed by itself");
    assertThat(judgement.valid()).isTrue();
  }

  @Test
  void a_certificate_that_is_itself_a_configured_root_is_trusted() {
    Issued own = Issued.named("CN=web").dns(HOST).issue();

    assertThat(judgeTrusting(own, own).acceptable()).isTrue();
  }

  @Test
  void a_root_of_the_right_name_but_another_key_does_not_help() {
    Issued impostor = Issued.root("CN=Root");
    Judgement judgement = judge(Issued.named("CN=web").by(impostor).dns(HOST).issue());

    assertThat(judgement.trusted()).isFalse();
    assertThat(judgement.trustDetail())
        .isEqualTo("the signature of CN=web was not made with its issuer's key");
  }

  @Test
  void a_leaf_cannot_issue_certificates() {
    Issued forged = Issued.named("CN=forged").by(LEAF).dns(HOST).issue();
    Judgement judgement = judge(forged, LEAF, ISSUING);

    assertThat(judgement.trusted()).isFalse();
    assertThat(judgement.trustDetail()).contains("CN=web", "without being an authority");
  }

  @Test
  void sha_1_and_small_rsa_keys_are_old_but_lead_to_their_root() {
    Issued root = Issued.named("CN=2010").authority().rsa(1024).signedWith("SHA1").issue();
    Issued old = Issued.named("CN=web").by(root).dns(HOST).rsa(1024).signedWith("SHA1").issue();

    assertThat(judgeTrusting(root, old).trusted()).isTrue();
  }

  @Test
  void md5_proves_nothing() {
    Issued root = Issued.named("CN=1999").authority().rsa(1024).issue();
    Issued broken = Issued.named("CN=web").by(root).dns(HOST).rsa(1024).signedWith("MD5").issue();

    assertThat(judgeTrusting(root, broken).trusted()).isFalse();
  }

  @Test
  void a_wrong_name_is_nothing_but_a_wrong_name() {
    Judgement judgement = judge.judge(certificates(LEAF, ISSUING), "www.contoso.example", NOW);

    assertThat(judgement.hostMatches()).isFalse();
    assertThat(judgement.trusted()).isTrue();
    assertThat(judgement.valid()).isTrue();
  }

  @Test
  void no_certificate_is_untrusted() {
    Judgement judgement = judge();

    assertThat(judgement.acceptable()).isFalse();
    assertThat(judgement.trustDetail()).isEqualTo("the server sent no certificate");
  }

  @Test
  void a_maze_of_certificates_that_all_issue_each_other_ends_soon() {
    List<X509Certificate> maze = new ArrayList<>();
    Issued first = Issued.root("CN=Maze");
    maze.add(Issued.named("CN=web").by(first).dns(HOST).issue().certificate());
    for (int i = 0; i < 30; i++) {
      maze.add(
          Issued.named("CN=Maze").by(first).authority().keys(first.keys()).issue().certificate());
    }
    Judgement judgement = judge.judge(maze, HOST, NOW);

    assertThat(judgement.trusted()).isFalse();
    assertThat(judgement.certificates()).hasSize(20);
  }

  private Judgement judge(Issued... served) {
    return judge.judge(certificates(served), HOST, NOW);
  }

  private static Judgement judgeTrusting(Issued root, Issued served) {
    return new CertificateJudge(Trust.of(certificates(root)))
        .judge(certificates(served), HOST, NOW);
  }

  private static List<X509Certificate> certificates(Issued... issued) {
    return Stream.of(issued).map(Issued::certificate).toList();
  }
}
