package io.lyncwatch.discovery.walk;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Instant;

class ClockSkewFuzzTest {
  private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

  @FuzzTest
  void a_date_is_a_skew_that_can_be_told_or_none(byte[] date) {
    ClockSkew.ofDate("fe01.contoso.example", new String(date, ISO_8859_1), NOW)
        .ifPresent(skew -> {
          assertThat(NOW.plus(skew.by())).isNotNull();
          assertThat(skew.orGraver(skew)).isEqualTo(skew);
          skew.finding()
              .ifPresent(finding ->
                  assertThat(finding.cause()).doesNotContainPattern("[\\p{C}\\p{Zl}\\p{Zp}]"));
        });
  }
}
