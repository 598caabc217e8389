package io.lyncwatch.discovery.walk;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

class ClockSkewFuzzTest {
  private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

  @FuzzTest
  void a_date_is_a_skew_that_can_be_told_or_none(byte[] date) {
    String said = new String(date, ISO_8859_1);
    Optional<ClockSkew> told = of(said);

    assertThat(told).isEqualTo(of(said.toLowerCase(Locale.ROOT)));
    told.ifPresent(skew -> {
      assertThat(skew.from()).endsWith(" says " + NOW.plus(skew.by()));
      assertThat(skew.finding().isPresent())
          .isEqualTo(skew.by().abs().compareTo(ClockSkew.BEARABLE) >= 0);
      skew.finding()
          .ifPresent(finding ->
              assertThat(finding.cause()).doesNotContainPattern("[\\p{C}\\p{Zl}\\p{Zp}]"));
    });
  }

  private static Optional<ClockSkew> of(String date) {
    return ClockSkew.ofDate("fe01.contoso.example", date, NOW);
  }
}
