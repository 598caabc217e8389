package io.lyncwatch.discovery.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import javax.security.sasl.Sasl;
import javax.security.sasl.SaslClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A service that has nothing to prove itself with. */
class KerberosPeerTest {
  @ParameterizedTest
  @CsvSource({
    "'', sent none",
    "!, not base64",
    "AAAA, no SPNEGO message",
    "oQcwBaADCgEC, rejects",
    "oQ8wDaELBgkqhkiG9xIBAgI=, no token"
  })
  void what_is_no_proof_is_told_apart(String answer, String why) throws IOException {
    assertThat(peer().flaw(answer)).hasValueSatisfying(flaw -> assertThat(flaw).contains(why));
  }

  @Test
  void a_monstrous_proof_is_not_read() throws IOException {
    assertThat(peer().flaw("A".repeat(1_000_000))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 50_021, 11_003})
  void no_noise_proves_anything_or_throws(long seed) throws IOException {
    Random random = new Random(seed);
    for (int run = 0; run < 500; run++) {
      byte[] noise = new byte[random.nextInt(100)];
      random.nextBytes(noise);
      String hex =
          "a1%02x30%02xa2%02x04%02x%s"
              .formatted(
                  noise.length + 6,
                  noise.length + 4,
                  noise.length + 2,
                  noise.length,
                  HexFormat.of().formatHex(noise));

      assertThat(peer().flaw(Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex))))
          .isPresent();
    }
  }

  private static KerberosPeer peer() throws IOException {
    SaslClient context =
        KerberosFile.ofThisProcess()
            .where(
                "web.contoso.example",
                "CONTOSO.EXAMPLE",
                () ->
                    Sasl.createSaslClient(
                        new String[] {"GSSAPI"},
                        null,
                        "HTTP",
                        "web.contoso.example",
                        Map.of(),
                        null));
    return new KerberosPeer(context);
  }
}
