package io.lyncwatch.discovery.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where roots come from, and what people are told when they do not. */
class TrustTest {
  @TempDir private Path folder;

  @Test
  void a_file_may_hold_several_certificates_and_text() throws Exception {
    Path file = folder.resolve("roots.pem");
    Files.writeString(
        file,
        "# corp\r\n" + pem(Issued.root("CN=A")) + "issuing - old\n" + pem(Issued.root("CN=B")));

    assertThat(Trust.of(false, List.of(file)).size()).isEqualTo(2);
  }

  @Test
  void a_der_file_is_read_too() throws Exception {
    Path file = folder.resolve("root.cer");
    Files.write(file, Issued.root("CN=A").certificate().getEncoded());

    assertThat(Trust.of(false, List.of(file)).size()).isEqualTo(1);
  }

  @Test
  void the_system_brings_its_own_roots() {
    assertThat(Trust.of(true, List.of()).size()).isGreaterThan(20);
  }

  @Test
  void a_missing_file_is_named() {
    Path file = folder.resolve("gone.pem");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Trust.of(false, List.of(file)))
        .withMessage(file + ": does not exist");
  }

  @ParameterizedTest
  @CsvSource({
    "hello, 'holds no certificate (expected -----BEGIN CERTIFICATE-----)'",
    "'', 'holds no certificate (expected -----BEGIN CERTIFICATE-----)'",
    "'-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----', certificate 1 is damaged",
    "'-----BEGIN CERTIFICATE-----\n????\n-----END CERTIFICATE-----', certificate 1 is not Base64",
  })
  void an_unusable_file_is_named_with_what_is_wrong(String content, String problem)
      throws IOException {
    Path file = folder.resolve("roots.pem");
    Files.writeString(file, content);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Trust.of(false, List.of(file)))
        .withMessageStartingWith(file + ": " + problem);
  }

  private static String pem(Issued issued) throws CertificateEncodingException {
    return "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII))
            .encodeToString(issued.certificate().getEncoded())
        + "\n-----END CERTIFICATE-----\n";
  }
}
