package io.lyncwatch.discovery.tls.hello;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
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
}
