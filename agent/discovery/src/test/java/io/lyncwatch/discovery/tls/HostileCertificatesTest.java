package io.lyncwatch.discovery.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Stage;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a certificate holds, it is judged, and nothing of it gets out that could do harm. */
class HostileCertificatesTest {
  private static final String HOST = "lyncdiscover.contoso.example";
  private static final byte[] GARBAGE = {1, 2, 3};
  private static final Issued ROOT = Issued.root("CN=Root");

  @Test
  void a_negative_serial_is_shown_as_it_is() {
    X509Certificate leaf = leaf().serial(BigInteger.valueOf(-31)).issue().certificate();

    assertThat(judge(leaf).certificates().getFirst().serial()).isEqualTo("-1f");
    assertThat(judge(leaf).hostMatches()).isTrue();
  }

  @Test
  void an_extension_that_cannot_be_read_speaks_against_its_own_point_only() {
    X509Certificate leaf =
        leaf().extension(Extension.extendedKeyUsage, GARBAGE).issue().certificate();

    assertThat(judge(leaf).hostMatches()).isTrue();
    assertThat(inspect(leaf).usageFlaw()).isPresent();
  }

  @Test
  void extensions_that_nobody_can_read_do_not_hinder_the_judge() {
    X509Certificate leaf =
        leaf()
            .extension(Extension.keyUsage, GARBAGE)
            .extension(Extension.basicConstraints, GARBAGE)
            .extension(Extension.authorityInfoAccess, GARBAGE)
            .extension(Extension.authorityKeyIdentifier, GARBAGE)
            .extension(Extension.cRLDistributionPoints, GARBAGE)
            .issue()
            .certificate();

    assertThat(judge(leaf).hostMatches()).isTrue();
    assertThat(AuthorityAccess.issuers(leaf)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\u001b[2J", "\u009b2J", "\u202e", "\u2028", "\u0000"})
  void what_would_move_a_cursor_or_turn_text_does_not_get_out(String harm) {
    X509Certificate leaf =
        Issued.named("CN=web" + harm + "lyncwatch_up 0").by(ROOT).issue().certificate();
    Judgement judgement = judge(leaf);

    assertThat(judgement.certificates().getFirst().subject())
        .startsWith("CN=web")
        .doesNotContain(harm);
    assertThat(judgement.covers()).noneMatch(name -> name.contains(harm));
    assertThat(findings(leaf))
        .isNotEmpty()
        .allSatisfy(finding -> assertThat(finding.cause() + finding.cure()).doesNotContain(harm));
  }

  @Test
  void a_name_with_a_zero_in_it_is_not_the_name_before_the_zero() {
    X509Certificate leaf =
        Issued.named("CN=" + HOST + "\u0000.evil.example").by(ROOT).issue().certificate();

    assertThat(judge(leaf).hostMatches()).isFalse();
  }

  @Test
  void a_name_without_end_is_cut() {
    X509Certificate leaf =
        Issued.named(("OU=" + "\ud83d\ude00".repeat(30) + ",").repeat(100) + "CN=web")
            .by(ROOT)
            .issue()
            .certificate();

    assertThat(judge(leaf).certificates().getFirst().subject())
        .hasSizeLessThan(1100)
        .endsWith("...");
  }

  /** A seed that failed once stays in the list. */
  @ParameterizedTest
  @ValueSource(longs = {20261127, 1, 2, 3, 4, 5})
  void whatever_can_be_decoded_can_be_judged(long seed) throws Exception {
    Random random = new Random(seed);
    byte[] good =
        leaf()
            .purposes(KeyPurposeId.id_kp_serverAuth)
            .usage(128)
            .issuerAt("http://pki.contoso.example/ca.cer")
            .issue()
            .certificate()
            .getEncoded();
    List<X509Certificate> decoded = new ArrayList<>();
    for (int round = 0; round < 2_000; round++) {
      byte[] damaged = good.clone();
      for (int flip = 1 + random.nextInt(3); flip > 0; flip--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      decode(damaged).ifPresent(decoded::add);
    }
    assertThat(decoded).hasSizeGreaterThan(100);
    for (X509Certificate certificate : decoded) {
      assertThatCode(() -> findings(certificate, ROOT.certificate(), certificate))
          .as(HexFormat.of().formatHex(certificate.getEncoded()))
          .doesNotThrowAnyException();
    }
  }

  private static Issued.Request leaf() {
    return Issued.named("CN=web").by(ROOT).dns(HOST);
  }

  private static Optional<X509Certificate> decode(byte[] der) {
    try {
      return Optional.of(
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(der)));
    } catch (CertificateException notEvenACertificate) {
      return Optional.empty();
    }
  }

  private static Judgement judge(X509Certificate... served) {
    return new CertificateJudge(Trust.of(List.of(ROOT.certificate())))
        .judge(List.of(served), HOST, Issued.NOW);
  }

  private static Inspection inspect(X509Certificate... served) {
    CertificateJudge judge = new CertificateJudge(Trust.of(List.of(ROOT.certificate())));
    return Inspection.of(judge, judge, List.of(served), Issued.NOW);
  }

  private static List<Finding> findings(X509Certificate... served) {
    Judgement judgement = judge(served);
    List<Finding> all =
        new ArrayList<>(TlsFindings.of(judgement, Issued.NOW, Stage.CAPTURE, HOST + ":443"));
    all.addAll(TlsFindings.of(inspect(served), judgement, Stage.CAPTURE, HOST + ":443"));
    return all;
  }
}
