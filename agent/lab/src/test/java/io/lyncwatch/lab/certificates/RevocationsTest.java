package io.lyncwatch.lab.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.junit.jupiter.api.Test;

/** What the responder answers about which certificates. */
class RevocationsTest {
  private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");
  private static final CertificateOrder ORDER =
      new CertificateOrder(List.of("web.example"), NOW, NOW.plus(Duration.ofDays(90)));

  private final Authority authority = authority(false);

  @Test
  void what_the_authority_has_issued_is_good() throws Exception {
    assertThat(status(authority, issued(authority))).isSameAs(CertificateStatus.GOOD);
  }

  @Test
  void what_it_has_revoked_is_revoked() throws Exception {
    Authority revoking = authority(true);

    assertThat(status(revoking, issued(revoking))).isInstanceOf(RevokedStatus.class);
  }

  @Test
  void what_it_has_not_issued_is_unknown() throws Exception {
    assertThat(status(authority, BigInteger.valueOf(999))).isInstanceOf(UnknownStatus.class);
  }

  @Test
  void about_a_leaf_of_another_authority_it_may_not_say_anything() throws Exception {
    Authority other = authority(false);

    assertThat(answer(authority, other, issued(other)).getStatus())
        .isEqualTo(OCSPResp.UNAUTHORIZED);
  }

  private static Authority authority(boolean revoking) {
    return new Authority(
        "Test",
        NOW,
        TlsLevel.CURRENT,
        new AuthorityUrls(
            "http://pki.example/ca.cer",
            "http://pki.example/ocsp",
            "http://pki.example/ca.crl",
            "http://pki.example/root.crl"),
        order -> revoking);
  }

  private static BigInteger issued(Authority authority) {
    return authority.issue(ORDER).chain().getFirst().getSerialNumber();
  }

  private static CertificateStatus status(Authority authority, BigInteger serial) throws Exception {
    BasicOCSPResp answer = (BasicOCSPResp) answer(authority, authority, serial).getResponseObject();
    return answer.getResponses()[0].getCertStatus();
  }

  private static OCSPResp answer(Authority asked, Authority issuer, BigInteger serial)
      throws Exception {
    CertificateID id =
        new CertificateID(
            new JcaDigestCalculatorProviderBuilder().build().get(CertificateID.HASH_SHA1),
            new X509CertificateHolder(issuer.issuingDer()),
            serial);
    Revocations revocations = new Revocations(asked, () -> NOW, Optional.empty());
    return new OCSPResp(
        revocations.answer(new OCSPReqBuilder().addRequest(id).build().getEncoded()));
  }
}
