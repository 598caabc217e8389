package io.lyncwatch.agent.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MetricCatalogueTest {
  @Test
  void the_list_is_the_contract() throws IOException {
    try (InputStream contract = getClass().getResourceAsStream("/contract/metrics.txt")) {
      String expected =
          new String(Objects.requireNonNull(contract).readAllBytes(), StandardCharsets.UTF_8);

      assertThat(MetricCatalogue.asText()).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_name_ends_as_its_type_asks(MetricCatalogue family) {
    String name = family.family();
    assertThat(name).matches("lyncwatch(_[a-z]+)+");
    assertThat(name.endsWith("_total")).isEqualTo(family.type() == MetricCatalogue.Type.COUNTER);
    assertThat(name.endsWith("_info")).isEqualTo(family.type() == MetricCatalogue.Type.INFO);
    if (family.type() == MetricCatalogue.Type.HISTOGRAM) {
      assertThat(name).endsWith("_seconds");
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_help_is_a_sentence(MetricCatalogue family) {
    assertThat(family.help()).matches("[A-Z0-9].*\\.");
  }

  @ParameterizedTest
  @EnumSource
  void labels_are_not_repeated_and_say_nothing_personal(MetricCatalogue family) {
    assertThat(family.labels())
        .doesNotHaveDuplicates()
        .doesNotContain("address", "url", "user", "username", "error", "message");
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"BUILD", "SCHEDULE_LAG", "SCHEDULE_MISFIRES", "PROBES_IN_FLIGHT"})
  void what_probes_see_says_from_where(MetricCatalogue family) {
    assertThat(family.labels()).startsWith("vantage", "view");
  }
}
