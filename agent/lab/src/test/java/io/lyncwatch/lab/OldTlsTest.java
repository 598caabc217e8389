package io.lyncwatch.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lyncwatch.lab.certificates.TlsLevel;
import io.lyncwatch.lab.world.Generation;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;

/** A deployment as old as its Windows, and one that is not. */
class OldTlsTest {
  private static final LabSettings OLD =
      LabSettings.defaults().withGeneration(Generation.LYNC_2010).withTls(TlsLevel.TLS_1_0);

  @Test
  void an_old_deployment_speaks_tls_1_0_with_static_rsa_and_sha_1_everywhere() throws Exception {
    try (Lab lab = Lab.start(OLD)) {
      for (String host :
          new String[] {"dir01.corp.contoso.example", "lyncdiscover.contoso.example"}) {
        try (Client client = Client.https(lab, lab.internalDns(), host)) {
          assertThat(client.protocol()).isEqualTo("TLSv1");
          assertThat(client.cipherSuite()).startsWith("TLS_RSA_WITH_");
          assertThat(client.served())
              .extracting(X509Certificate::getSigAlgName)
              .containsOnly("SHA1withRSA");
          assertThat(client.get("/", SignInClient.LEGACY).status()).isEqualTo(200);
        }
      }
    }
  }

  @Test
  void a_user_signs_in_to_it() throws Exception {
    try (Lab lab = Lab.start(OLD)) {
      assertThat(
              new SignInClient(lab)
                  .walk(lab.externalDns(), "lyncdiscover.contoso.example", "alice@contoso.example"))
          .contains("External/Mcx");
    }
  }

  @Test
  void an_old_deployment_refuses_a_client_of_today() throws Exception {
    try (Lab lab = Lab.start(OLD)) {
      assertThatThrownBy(
              () -> Client.https(lab, lab.internalDns(), "dir01.corp.contoso.example", "TLSv1.2"))
          .isInstanceOf(SSLException.class);
    }
  }

  @Test
  void any_other_deployment_refuses_an_old_client_even_if_the_jvm_would_not() throws Exception {
    try (Lab lab = Lab.start(LabSettings.defaults())) {
      for (String host :
          new String[] {"dir01.corp.contoso.example", "lyncdiscover.contoso.example"}) {
        assertThatThrownBy(() -> Client.https(lab, lab.internalDns(), host, "TLSv1"))
            .isInstanceOf(SSLException.class);
      }
    }
  }
}
