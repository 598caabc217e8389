package io.lyncwatch.lab.ticket;

import static io.lyncwatch.lab.ticket.TestingNtlmClient.pair;
import static io.lyncwatch.lab.ticket.TestingPool.ALICE_BY_NTLM;
import static io.lyncwatch.lab.ticket.TestingPool.base64;
import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.lab.web.Channel;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ExtendedProtectionTest {
  private static final byte[] NOTHING = new byte[0];
  private static X509Certificate shown;

  @BeforeAll
  static void make_the_certificate_of_the_site() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    KeyPair keys = generator.generateKeyPair();
    X500Name name = new X500Name("CN=" + TestingPool.WEB_HOST);
    shown =
        new JcaX509CertificateConverter()
            .getCertificate(
                new JcaX509v3CertificateBuilder(
                        name,
                        BigInteger.ONE,
                        Date.from(Instant.EPOCH),
                        Date.from(Instant.EPOCH),
                        name,
                        keys.getPublic())
                    .build(
                        new JcaContentSignerBuilder("SHA384withECDSA").build(keys.getPrivate())));
  }

  @ParameterizedTest
  @EnumSource
  void a_sign_in_that_is_tied_to_the_channel_is_let_in(ExtendedProtection extended)
      throws Exception {
    assertThat(signIn(extended, false, binding("SHA-384"))).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"OFF, 200", "ALLOW, 401", "REQUIRE, 401"})
  void a_sign_in_that_is_tied_to_another_channel_is_not(ExtendedProtection extended, int status)
      throws Exception {
    assertThat(signIn(extended, false, binding("SHA-256"))).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({"OFF, 200", "ALLOW, 200", "REQUIRE, 401"})
  void a_sign_in_that_is_tied_to_nothing_is_let_in_unless_it_must_be(
      ExtendedProtection extended, int status) throws Exception {
    assertThat(signIn(extended, false, NOTHING)).isEqualTo(status);
    assertThat(signIn(extended, false, pair(10, new byte[16]))).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({"OFF, 200", "ALLOW, 401", "REQUIRE, 401"})
  void a_sign_in_that_is_meant_for_another_service_is_not(ExtendedProtection extended, int status)
      throws Exception {
    byte[] both = joined(binding("SHA-384"), service("HTTP/evil.example"));
    assertThat(signIn(extended, false, both)).isEqualTo(status);
    assertThat(signIn(extended, false, joined(binding("SHA-384"), service("cifs/" + host()))))
        .isEqualTo(status);
  }

  @Test
  void behind_a_proxy_it_is_the_service_that_counts() throws Exception {
    byte[] ours = service("HTTP/" + host().toUpperCase(Locale.ROOT));
    assertThat(signIn(ExtendedProtection.REQUIRE, true, joined(binding("MD5"), ours)))
        .isEqualTo(200);
    assertThat(signIn(ExtendedProtection.REQUIRE, true, binding("SHA-384"))).isEqualTo(401);
    assertThat(signIn(ExtendedProtection.ALLOW, true, NOTHING)).isEqualTo(200);
    assertThat(signIn(ExtendedProtection.ALLOW, true, service("HTTP/evil.example"))).isEqualTo(401);
  }

  private static String host() {
    return TestingPool.WEB_HOST;
  }

  private static int signIn(ExtendedProtection extended, boolean behindProxy, byte[] pairs) {
    TestingPool pool =
        new TestingPool(
            new Protection(extended, behindProxy, Set.of(host())),
            Optional.of(new Channel(shown, List.of())));
    byte[] answer =
        ALICE_BY_NTLM.authenticate(
            TestingNtlmClient.negotiate(), pool.challenge("c1", "NTLM"), pairs);
    return pool.post("c1", "NTLM " + base64(answer), TestingMessages.REQUEST).status();
  }

  private static byte[] service(String name) {
    return pair(9, name.getBytes(StandardCharsets.UTF_16LE));
  }

  /** Written from RFC 5929, RFC 2744 and MS-NLMP without any of the server's code. */
  private static byte[] binding(String hash) throws Exception {
    byte[] certificate = MessageDigest.getInstance(hash).digest(shown.getEncoded());
    byte[] data = joined("tls-server-end-point:".getBytes(StandardCharsets.US_ASCII), certificate);
    byte[] length =
        ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(data.length).array();
    return pair(
        10, MessageDigest.getInstance("MD5").digest(joined(new byte[16], joined(length, data))));
  }

  private static byte[] joined(byte[] one, byte[] two) {
    return ByteBuffer.allocate(one.length + two.length).put(one).put(two).array();
  }
}
