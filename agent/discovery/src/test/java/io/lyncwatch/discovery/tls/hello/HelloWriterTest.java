package io.lyncwatch.discovery.tls.hello;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HelloWriterTest {
  private static final int RECORD_HEAD = 5;

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 20, 30, 40, 60, 63})
  void no_hello_has_a_length_that_old_balancers_stumble_over(int labels) {
    Optional<String> name = Optional.of("a.".repeat(labels) + "example");
    for (TlsVersion version : TlsVersion.values()) {
      byte[] record = HelloWriter.write(Greeting.upTo(version, name), new Random(1));

      assertThat(record.length - RECORD_HEAD).matches(length -> length < 256 || length >= 512);
    }
  }

  @ParameterizedTest
  @EnumSource
  void every_hello_promises_secure_renegotiation_after_its_suites(TlsVersion version) {
    Greeting greeting = Greeting.upTo(version, Optional.empty());

    assertThat(written(greeting).suites()).hasSize(greeting.suites().size() + 1).endsWith(0x00ff);
  }

  @Test
  void each_version_has_its_extensions() {
    assertThat(extensions(TlsVersion.SSL_3)).isEmpty();
    assertThat(extensions(TlsVersion.TLS_1_0)).containsExactly(0, 23, 10, 11);
    assertThat(extensions(TlsVersion.TLS_1_1)).containsExactly(0, 23, 10, 11);
    assertThat(extensions(TlsVersion.TLS_1_2)).containsExactly(0, 23, 10, 11, 13);
    assertThat(extensions(TlsVersion.TLS_1_3)).containsExactly(0, 23, 10, 11, 13, 43, 51, 21);
  }

  private static List<Integer> extensions(TlsVersion version) {
    return written(Greeting.upTo(version, Optional.of("web.contoso.example"))).extensions();
  }

  /** What was written, by its numbers. */
  private record Written(List<Integer> suites, List<Integer> extensions) {}

  private static Written written(Greeting greeting) {
    byte[] record = HelloWriter.write(greeting, new Random(1));
    ByteBuffer hello = ByteBuffer.wrap(record);
    int messageHead = 4;
    int versionAndRandom = 34;
    hello.position(RECORD_HEAD + messageHead + versionAndRandom);
    part(hello, hello.get());
    ByteBuffer numbers = part(hello, hello.getShort());
    List<Integer> suites = new ArrayList<>();
    while (numbers.hasRemaining()) {
      suites.add((int) numbers.getShort());
    }
    part(hello, hello.get());
    List<Integer> extensions = new ArrayList<>();
    ByteBuffer rest = hello.hasRemaining() ? part(hello, hello.getShort()) : hello;
    while (rest.hasRemaining()) {
      extensions.add((int) rest.getShort());
      part(rest, rest.getShort());
    }
    return new Written(suites, extensions);
  }

  private static ByteBuffer part(ByteBuffer content, int length) {
    ByteBuffer part = content.slice(content.position(), length);
    content.position(content.position() + length);
    return part;
  }
}
