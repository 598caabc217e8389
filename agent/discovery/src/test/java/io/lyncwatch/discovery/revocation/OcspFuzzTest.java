package io.lyncwatch.discovery.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.lyncwatch.discovery.tls.Der;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;

/** Reading what authorities send never throws; nothing is believed because of it. */
class OcspFuzzTest {
  private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

  @FuzzTest
  void an_answer_that_is_read_holds_for_a_while_that_can_be_reckoned(byte[] answer) {
    OcspAnswer read = OcspAnswer.read(answer, BigInteger.valueOf(1000));

    assertThat(read.refusal()).hasSizeLessThan(30);
    read.entry()
        .ifPresent(entry -> {
          Lifetime lifetime = Lifetime.of(entry.begin(), entry.end());
          assertThat(lifetime.keptFrom(NOW)).isAfter(NOW).isBefore(NOW.plusSeconds(86_401));
          assertThat(entry.begin() + " " + entry.end()).hasSizeLessThan(60);
        });
  }

  @FuzzTest
  void elements_are_parts_of_the_text_in_their_order(byte[] text) {
    int length = 0;
    for (Der element : Der.elements(ByteBuffer.wrap(text))) {
      assertThat(element.tag()).isBetween(0, 255);
      length += 2 + element.bytes().length;
      assertThat(length).isLessThanOrEqualTo(text.length);
      element.parts();
    }
  }
}
