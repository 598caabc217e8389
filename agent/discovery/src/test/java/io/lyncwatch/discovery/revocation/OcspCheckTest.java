package io.lyncwatch.discovery.revocation;

import static io.lyncwatch.discovery.revocation.TestingAuthority.NOW;
import static io.lyncwatch.discovery.revocation.TestingAuthority.REVOKED;
import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.revocation.Obstacle.Why;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an OCSP answer means, and that only a genuine one means anything. */
class OcspCheckTest {
  private static final String URL = "http://ocsp.example/";
  private static final CertificateStatus GOOD = CertificateStatus.GOOD;
  private static final TestingAuthority CA = new TestingAuthority("CN=Issuing");
  private static final X509Certificate LEAF = CA.leaf();
  private static final Duration DAY = Duration.ofDays(1);

  @Test
  void the_issuer_says_that_it_is_good_and_until_when() {
    assertThat(check(CA.answer(LEAF, GOOD)))
        .isEqualTo(
            new Verdict.Good(
                Source.OCSP, URL, Lifetime.of(NOW.minus(Duration.ofHours(1)), NOW.plus(DAY))));
  }

  @Test
  void the_issuer_says_that_it_is_revoked_since_when_and_why() {
    assertThat(check(CA.answer(LEAF, REVOKED)))
        .isInstanceOfSatisfying(
            Verdict.Revoked.class,
            revoked -> {
              assertThat(revoked.since()).isEqualTo(NOW.minus(Duration.ofDays(3)));
              assertThat(revoked.why()).isEqualTo("key compromise");
            });
  }

  @Test
  void a_responder_may_not_know_the_certificate() {
    assertThat(why(CA.answer(LEAF, new UnknownStatus()))).isEqualTo(Why.NOT_COVERED);
  }

  @Test
  void an_answer_about_another_certificate_says_nothing_about_this_one() {
    assertThat(why(CA.answer(CA.leaf(), GOOD))).isEqualTo(Why.NOT_COVERED);
  }

  @Test
  void who_was_authorised_by_the_issuer_may_answer_for_it() {
    assertThat(check(CA.delegatedAnswer(LEAF, GOOD, true))).isInstanceOf(Verdict.Good.class);
    assertThat(check(CA.delegatedAnswer(LEAF, REVOKED, true))).isInstanceOf(Verdict.Revoked.class);
  }

  @Test
  void who_was_not_authorised_proves_nothing_though_the_issuer_certified_it() {
    assertThat(why(CA.delegatedAnswer(LEAF, GOOD, false))).isEqualTo(Why.FOREIGN);
    assertThat(why(CA.delegatedAnswer(LEAF, REVOKED, false))).isEqualTo(Why.FOREIGN);
  }

  @Test
  void an_answer_that_somebody_else_signed_proves_nothing() {
    assertThat(why(CA.forgedAnswer(LEAF, GOOD))).isEqualTo(Why.FOREIGN);
    assertThat(why(CA.forgedAnswer(LEAF, REVOKED))).isEqualTo(Why.FOREIGN);
  }

  @ParameterizedTest
  @CsvSource({"-9, -2, it held until", "2, 9, it holds from"})
  void an_answer_counts_in_its_time_only(int from, int to, String detail) {
    byte[] answer =
        CA.answer(LEAF, REVOKED, NOW.plus(Duration.ofDays(from)), NOW.plus(Duration.ofDays(to)));

    assertThat(why(answer)).isEqualTo(Why.OUT_OF_DATE);
    assertThat(obstacle(answer).words()).contains(detail);
  }

  @Test
  void a_refusal_is_told_in_its_own_words() throws Exception {
    assertThat(obstacle(refusal(OCSPRespBuilder.TRY_LATER)))
        .isEqualTo(new Obstacle(Why.NO_ANSWER, URL, "try later"));
    assertThat(obstacle(refusal(OCSPRespBuilder.UNAUTHORIZED)))
        .isEqualTo(new Obstacle(Why.NO_ANSWER, URL, "unauthorized"));
  }

  @Test
  void what_is_no_answer_cannot_be_read() {
    assertThat(why(new byte[0])).isEqualTo(Why.MALFORMED);
    assertThat(why("<html>".getBytes(StandardCharsets.US_ASCII))).isEqualTo(Why.MALFORMED);
  }

  @Test
  void damage_anywhere_never_makes_it_good_or_revoked_and_never_throws() {
    byte[] whole = CA.answer(LEAF, GOOD);
    Random random = new Random(1);
    for (int i = 0; i < 500; i++) {
      byte[] damaged = whole.clone();
      damaged[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
      if (!Arrays.equals(damaged, whole)) {
        assertThat(check(damaged).status()).isNotEqualTo(Status.REVOKED);
      }
      assertThat(check(Arrays.copyOf(whole, random.nextInt(whole.length))).status())
          .isEqualTo(Status.UNKNOWN);
    }
  }

  @Test
  void the_question_names_the_certificate_as_others_do() throws Exception {
    OCSPReq request = new OCSPReq(OcspRequest.of(new Issued(LEAF, CA.certificate())));

    assertThat(request.getRequestList()).hasSize(1);
    assertThat(request.getRequestList()[0].getCertID().getSerialNumber())
        .isEqualTo(LEAF.getSerialNumber());
    assertThat(CA.about(LEAF)).isEqualTo(request.getRequestList()[0].getCertID());
  }

  private static byte[] refusal(int status) throws OCSPException, IOException {
    return new OCSPRespBuilder().build(status, null).getEncoded();
  }

  private static Verdict check(byte[] answer) {
    return OcspCheck.of(new Issued(LEAF, CA.certificate()), answer, Source.OCSP, URL, NOW);
  }

  private static Why why(byte[] answer) {
    return obstacle(answer).why();
  }

  private static Obstacle obstacle(byte[] answer) {
    Verdict verdict = check(answer);
    assertThat(verdict).isInstanceOf(Verdict.Unknown.class);
    return ((Verdict.Unknown) verdict).obstacles().getFirst();
  }
}
