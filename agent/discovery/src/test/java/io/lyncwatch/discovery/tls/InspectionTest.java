package io.lyncwatch.discovery.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Stage;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.Test;

class InspectionTest {
  private static final String HOST = "lyncdiscover.contoso.example";
  private static final Issued PUBLIC = Issued.root("CN=Public Root");
  private static final Issued PRIVATE = Issued.root("CN=Corporate Root");
  private static final CertificateJudge HERE = trusting(PUBLIC, PRIVATE);
  private static final Instant NOW = Issued.NOW;

  @Test
  void a_good_chain_to_a_public_root_has_nothing_against_it() {
    X509Certificate leaf = server(PUBLIC);

    assertThat(inspect(leaf))
        .isEqualTo(new Inspection(true, false, List.of(), Optional.empty(), Optional.empty()));
    assertThat(findings(leaf)).isEmpty();
  }

  @Test
  void what_only_the_configuration_trusts_is_told_as_worth_knowing() {
    assertThat(findings(server(PRIVATE)))
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.reason()).isEqualTo(Reason.TLS_NOT_PUBLIC);
          assertThat(finding.cause())
              .contains("CN=Corporate Root")
              .contains("(list of " + PublicRoots.shipped().asOf() + ")");
        });
  }

  @Test
  void what_nobody_trusts_is_not_called_private_too() {
    assertThat(findings(server(Issued.root("CN=Unknown")))).isEmpty();
  }

  @Test
  void a_certificate_that_vouches_for_itself_is_self_signed() {
    assertThat(inspect(PRIVATE.certificate()).selfSigned()).isTrue();
  }

  @Test
  void a_certificate_that_only_bears_its_issuers_name_is_not_self_signed() {
    Issued namesake = Issued.named("CN=Public Root").by(PUBLIC).issue();

    assertThat(inspect(namesake.certificate()).selfSigned()).isFalse();
  }

  @Test
  void each_flaw_is_found_by_itself() {
    X509Certificate leaf =
        Issued.named("CN=web")
            .by(PUBLIC)
            .dns(HOST)
            .purposes(KeyPurposeId.id_kp_clientAuth)
            .signedWith("SHA1")
            .issue()
            .certificate();

    assertThat(findings(leaf, server(PRIVATE)))
        .extracting(Finding::reason)
        .containsExactly(Reason.TLS_WEAK, Reason.TLS_USAGE_WRONG, Reason.TLS_CHAIN_DISORDERED);
    assertThat(findings(leaf).getFirst().cause()).contains("CN=web is signed with SHA-1");
  }

  @Test
  void what_is_served_beside_the_way_to_a_root_need_not_be_strong() {
    Issued issuing = Issued.named("CN=Issuing").by(PUBLIC).authority().issue();
    Issued old = Issued.named("CN=Old Root").authority().rsa(1024).issue();
    X509Certificate crossed =
        Issued.named("CN=Public Root").by(old).authority().signedWith("SHA1").issue().certificate();

    assertThat(inspect(server(issuing), issuing.certificate(), crossed, old.certificate()))
        .satisfies(seen -> {
          assertThat(seen.publiclyTrusted()).isTrue();
          assertThat(seen.weaknesses()).isEmpty();
        });
  }

  @Test
  void the_way_to_a_private_root_is_judged_like_one_to_a_public_one() {
    Issued weak = Issued.named("CN=Issuing").by(PRIVATE).authority().rsa(1024).issue();
    Issued beside = Issued.named("CN=Beside").authority().rsa(1024).issue();

    assertThat(inspect(server(weak), weak.certificate(), beside.certificate()).weaknesses())
        .containsExactly("CN=Issuing has an RSA key of 1024 bits");
  }

  @Test
  void all_that_is_served_counts_where_no_way_leads_to_a_trusted_root() {
    Issued unknown = Issued.named("CN=Unknown").authority().rsa(1024).issue();

    assertThat(inspect(server(unknown), unknown.certificate()).weaknesses())
        .containsExactly("CN=Unknown has an RSA key of 1024 bits");
  }

  private static X509Certificate server(Issued issuer) {
    return Issued.named("CN=web").by(issuer).dns(HOST).issue().certificate();
  }

  private static CertificateJudge trusting(Issued... roots) {
    return new CertificateJudge(Trust.of(Stream.of(roots).map(Issued::certificate).toList()));
  }

  private static Inspection inspect(X509Certificate... served) {
    return Inspection.of(trusting(PUBLIC), HERE, List.of(served), NOW);
  }

  private static List<Finding> findings(X509Certificate... served) {
    Judgement judgement = HERE.judge(List.of(served), HOST, NOW);
    return TlsFindings.of(inspect(served), judgement, Stage.CAPTURE, HOST + ":443");
  }
}
