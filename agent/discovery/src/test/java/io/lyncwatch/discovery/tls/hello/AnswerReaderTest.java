package io.lyncwatch.discovery.tls.hello;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerReaderTest {
  private static final String RANDOM = "00".repeat(32);
  private static final Answer NOT_TLS =
      new Answer.Refused("answered with something that is not TLS");

  /** A ServerHello of TLS 1.2 without extensions. */
  private static final String HELLO = "02000026" + "0303" + RANDOM + "00" + "c02f" + "00";

  /** The same of TLS 1.3, which is told by an extension. */
  private static final String TLS_1_3 =
      "0200002e" + "0303" + RANDOM + "00" + "1302" + "00" + "0006" + "002b00020304";

  @Test
  void a_hello_without_extensions_tells_version_and_suite() throws IOException {
    assertThat(read("160303002a" + HELLO))
        .isEqualTo(
            new Answer.Agreed(
                TlsVersion.TLS_1_2,
                Optional.of(CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256)));
  }

  @Test
  void an_extension_tells_tls_1_3_which_calls_itself_1_2() throws IOException {
    assertThat(read("1603030032" + TLS_1_3))
        .isEqualTo(
            new Answer.Agreed(TlsVersion.TLS_1_3, Optional.of(CipherSuite.TLS_AES_256_GCM_SHA384)));
  }

  @Test
  void a_suite_that_was_not_offered_is_left_out() throws IOException {
    assertThat(read("160303002a" + HELLO.replace("c02f", "fefe")))
        .isEqualTo(new Answer.Agreed(TlsVersion.TLS_1_2, Optional.empty()));
  }

  @Test
  void an_alert_is_a_refusal() throws IOException {
    assertThat(read("1503010002" + "0246")).isEqualTo(new Answer.Refused("refused with alert 70"));
  }

  @Test
  void a_warning_comes_before_the_answer_and_is_none() throws IOException {
    assertThat(read("1503010002" + "0170" + "160303002a" + HELLO))
        .isInstanceOf(Answer.Agreed.class);
  }

  @Test
  void a_connection_that_ends_is_a_refusal() throws IOException {
    assertThat(read("")).isEqualTo(new Answer.Refused("closed the connection"));
    assertThat(read("1503010002" + "0100"))
        .isEqualTo(new Answer.Refused("refused with alert 0")); // close_notify
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "485454502f312e3120343030", // HTTP
        "1603030000", // an empty record
        "160303ffff00", // a record larger than there are
        "16030300020200", // a hello that ends early
        "1703030001ff", // application data
        "160303002a0200002603030000000000000000000000000000000000000000000000000000000000000000ff", // a session longer than the message
        "15030100020170" + "15030100020170" + "15030100020170" + "15030100020170", // warnings only
        "160303002a02000026030500" // a version that does not exist, cut
      })
  void anything_else_is_not_tls_or_ends_early(String hex) throws IOException {
    assertThat(read(hex)).isInstanceOf(Answer.Refused.class);
  }

  @Test
  void an_unknown_version_is_not_tls() throws IOException {
    assertThat(read("160303002a" + HELLO.replace("0303", "0399"))).isEqualTo(NOT_TLS);
  }

  /** Whatever bytes come, what is read is an answer. A seed that failed once stays in the list. */
  @ParameterizedTest
  @ValueSource(longs = {20261127, 1, 2, 3, 4, 5, 6, 7, 8})
  void damaged_answers_never_throw(long seed) {
    Random random = new Random(seed);
    List<String> good =
        List.of(
            "160303002a" + HELLO,
            "1603030032" + TLS_1_3,
            "15030100020170" + "160303002a" + HELLO,
            "1503010002" + "0246");
    for (int round = 0; round < 5_000; round++) {
      byte[] damaged = damaged(good.get(random.nextInt(good.size())), random);
      assertThatCode(() -> AnswerReader.read(new ByteArrayInputStream(damaged)))
          .as(HexFormat.of().formatHex(damaged))
          .doesNotThrowAnyException();
    }
  }

  private static byte[] damaged(String hex, Random random) {
    byte[] good = HexFormat.of().parseHex(hex);
    byte[] damaged = Arrays.copyOf(good, random.nextInt(good.length + 20));
    for (int flip = random.nextInt(6); flip > 0 && damaged.length > 0; flip--) {
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
    }
    return damaged;
  }

  private static Answer read(String hex) throws IOException {
    return AnswerReader.read(new ByteArrayInputStream(HexFormat.of().parseHex(hex)));
  }
}
