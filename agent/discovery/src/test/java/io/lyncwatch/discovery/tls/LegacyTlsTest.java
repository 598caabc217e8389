package io.lyncwatch.discovery.tls;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.security.Security;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;

/** The settings themselves; what they make possible is in the tests of handshakes. */
class LegacyTlsTest {

  @Test
  void a_second_call_is_harmless() {
    assertThatNoException().isThrownBy(LegacyTls::allow);
  }

  @Test
  void the_jdk_asks_no_authority_by_itself_though_a_company_wants_all_its_jvms_to() {
    System.setProperty("com.sun.security.enableCRLDP", "true");
    System.setProperty("com.sun.security.enableAIAcaIssuers", "true");
    Security.setProperty("ocsp.enable", "true");
    Security.setProperty("com.sun.security.onlyCheckRevocationOfEECert", "true");

    LegacyTls.allow();

    assertThat(Boolean.getBoolean("com.sun.security.enableCRLDP")).isFalse();
    assertThat(Boolean.getBoolean("com.sun.security.enableAIAcaIssuers")).isFalse();
    assertThat(Security.getProperty("ocsp.enable")).isEqualTo("false");
    assertThat(Security.getProperty("com.sun.security.onlyCheckRevocationOfEECert"))
        .isEqualTo("false");
  }

  @Test
  void a_call_after_tls_was_used_says_that_it_is_too_late() throws Exception {
    // its own JVM, because this one has made the settings already
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                TooLate.class.getName())
            .redirectErrorStream(true)
            .start();
    String output = output(process);

    assertThat(process.waitFor()).isEqualTo(1);
    assertThat(output).contains("IllegalStateException", "before LegacyTls.allow()");
  }

  private static String output(Process process) throws IOException {
    try (var in = process.getInputStream()) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  /** A program that uses TLS first. */
  static final class TooLate {
    private TooLate() {}

    public static void main(String[] arguments) throws NoSuchAlgorithmException {
      SSLContext.getDefault().getSupportedSSLParameters();
      LegacyTls.allow();
    }
  }
}
