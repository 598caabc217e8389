package io.lyncwatch.agent.coverage;

import static io.lyncwatch.discovery.View.EXTERNAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.report.MetEndpoint.Role;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SigningRequestTest {
  private static final String CONTOSO = "contoso.example";
  private static final String RECORD = "lyncdiscover.contoso.example";

  @Test
  void nothing_is_requested_in_place_of_a_certificate_that_covers_all() {
    assertThat(deployment("web.example", RECORD).certificate().request()).isEmpty();
  }

  @Test
  void a_request_has_the_missing_names_and_the_old_ones_sorted_after_the_main_one() {
    assertThat(names("web.example", "meet.contoso.example", "*.a.example"))
        .containsExactly("web.example", "*.a.example", RECORD, "meet.contoso.example");
  }

  @Test
  void each_old_certificate_gets_files_of_its_own_whatever_its_names_are() {
    List<String> names = List.of("*.a.example");

    assertThat(
            SigningRequest.of("0a1b2c3d", Optional.of("*.a.example"), names, names)
                .orElseThrow()
                .file())
        .isEqualTo("wildcard.a.example-0a1b2c3d");
  }

  @Test
  void a_name_that_nobody_can_need_is_not_asked_for_again() {
    assertThat(
            deployment("web.example", "lyncdiscover.wingtip.example")
                .manual("wingtip.example")
                .certificate()
                .request()
                .orElseThrow()
                .names())
        .containsExactly("web.example", RECORD);
  }

  @Test
  void only_host_names_and_wildcards_get_into_a_request() {
    SigningRequest request =
        request(
            "a b",
            "x.example\nDNS.9 = evil.example",
            "${ENV::HOME}.example",
            "a.example#",
            "\"q\".example",
            "*.*.example",
            "a.*.example",
            "-a.example",
            "single",
            "10.0.0.7",
            "a\\.example",
            "\u00fc.example",
            "good.example");

    assertThat(request.names()).containsExactly(RECORD, "good.example");
    assertThat(request.leftOut()).isEqualTo(12);
    assertThat(request.openssl()).doesNotContain("evil", "$", "\"", "\\");
  }

  @Test
  void a_certificate_of_ten_thousand_names_does_not_make_an_endless_request() {
    SigningRequest request =
        request(
            IntStream.range(0, 10_000).mapToObj(i -> "h" + i + ".example").toArray(String[]::new));

    assertThat(request.names()).hasSize(501).contains(RECORD);
    assertThat(request.leftOut()).isEqualTo(9_500);
  }

  @Test
  void a_name_too_long_for_a_common_name_is_an_alternative_name_only() {
    String longName = "a".repeat(60) + ".contoso.example";
    SigningRequest request =
        SigningRequest.of("0a", Optional.of(longName), List.of(longName), List.of()).orElseThrow();

    assertThat(request.openssl()).contains("DNS.1 = " + longName).doesNotContain("CN = ");
  }

  private static List<String> names(String... covered) {
    return request(covered).names();
  }

  private static SigningRequest request(String... covered) {
    return deployment(covered).certificate().request().orElseThrow();
  }

  private static Deployment deployment(String... covered) {
    return Deployment.of(CONTOSO)
        .needs(EXTERNAL, CONTOSO, Role.DISCOVERY_RECORD, RECORD)
        .presents(EXTERNAL, RECORD, "192.0.2.1:443", covered);
  }
}
