package io.lyncwatch.discovery.tls;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.List;
import org.bouncycastle.asn1.x509.Extension;

/** Whatever an authority writes into a certificate, or an administrator into a file of them. */
class CertificateFuzzTest {
  private static final KeyPair KEYS = Issued.named("CN=keys").issue().keys();

  @FuzzTest
  void what_extensions_say_is_bounded_and_names_can_be_shown(byte[] extension) {
    X509Certificate certificate =
        Issued.named("CN=web.contoso.example")
            .keys(KEYS)
            .namesOf(extension)
            .extension(Extension.authorityInfoAccess, extension)
            .extension(Extension.cRLDistributionPoints, extension)
            .issue()
            .certificate();

    List<String> names = CertificateNames.of(certificate).covered();
    assertThat(names)
        .allSatisfy(name ->
            assertThat(name).hasSizeLessThan(1100).doesNotContainPattern("[\\p{C}\\p{Zl}\\p{Zp}]"));
    for (List<String> urls :
        List.of(
            AuthorityAccess.issuers(certificate),
            AuthorityAccess.responders(certificate),
            DistributionPoints.lists(certificate))) {
      assertThat(String.join("", urls)).hasSizeLessThanOrEqualTo(extension.length);
    }
  }

  @FuzzTest
  void a_file_holds_certificates_or_is_refused_in_one_line(byte[] file) {
    try {
      assertThat(CertificateFile.parse("roots.pem", file)).isNotEmpty();
    } catch (IllegalArgumentException refused) {
      assertThat(refused).hasMessageStartingWith("roots.pem: ");
    }
  }
}
