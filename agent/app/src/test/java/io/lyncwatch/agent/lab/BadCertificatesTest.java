package io.lyncwatch.agent.lab;

import static io.lyncwatch.agent.lab.Found.reasons;
import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.agent.inventory.Inventory;
import io.lyncwatch.agent.metrics.Exposition;
import io.lyncwatch.agent.report.LatestReports;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.lab.Lab;
import io.lyncwatch.lab.LabSettings;
import io.lyncwatch.lab.fault.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of each bad certificate beside the reasons of {@link FaultTableTest}. */
class BadCertificatesTest {
  private static final String HOST = "lyncdiscover.contoso.example";
  private static final Pattern FAILED =
      Pattern.compile("(?m)^lyncwatch_certificate_check\\{.*check=\"([a-z_]+)\".*} 0\\.0$");

  /** A private authority fails {@code trust_public} everywhere in the lab. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          none                        |
          certificate-expired         | validity
          certificate-not-yet-valid   | validity
          certificate-self-signed     | self_signed,trust
          certificate-untrusted       | trust
          certificate-weak=rsa-1024   | strength
          certificate-weak=sha-1      | strength
          certificate-weak=curve      | strength
          certificate-for-clients     | usage
          chain-disordered            | order
          intermediate-missing        | chain,trust
          certificate-of-another-site | hostname
          san-missing                 | hostname
          certificate-wildcard        |
          certificate-crowded         |
          certificate-without-name    |
          """)
  void a_bad_certificate_fails_its_checks_and_no_others(String fault, String failed)
      throws IOException {
    Set<String> expected = new TreeSet<>(Set.of("trust_public"));
    if (failed != null) {
      expected.addAll(List.of(failed.split(",", -1)));
    }
    assertThat(failedChecks(exposition(certificate(fault)))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          certificate-self-signed     | signed by itself
          certificate-untrusted       | CN=Lyncwatch Lab Stranger Root CA was not sent along
          certificate-weak=rsa-1024   | has an RSA key of 1024 bits
          certificate-weak=sha-1      | is signed with SHA-1
          certificate-weak=curve      | has a key of an uncommon kind (EdDSA)
          certificate-for-clients     | lacks server authentication
          chain-disordered            | follows a certificate that it did not issue
          certificate-of-another-site | it covers www.contoso.example
          certificate-without-name    | get the certificate CN=www.contoso.example
          """)
  void the_cause_names_what_is_bad(String fault, String named) throws IOException {
    assertThat(certificate(fault).findings())
        .filteredOn(finding -> finding.reason() != Reason.TLS_NOT_PUBLIC)
        .extracting(Finding::cause)
        .singleElement()
        .asString()
        .contains(named);
  }

  @Test
  void a_wildcard_covers_one_label_only() throws IOException {
    LabSettings settings =
        LabSettings.defaults()
            .withDomains("contoso.example", "emea.contoso.example")
            .withFault(Fault.parse("certificate-wildcard=contoso.example"))
            .withFault(Fault.parse("certificate-wildcard=emea.contoso.example"));
    try (Lab lab = Lab.start(settings)) {
      Walker walker = new Walker(lab);

      assertThat(reasons(walker.certificate(View.EXTERNAL, HOST)))
          .doesNotContain(Reason.TLS_NAME_MISMATCH);
      assertThat(reasons(walker.certificate(View.EXTERNAL, "lyncdiscover.emea.contoso.example")))
          .contains(Reason.TLS_NAME_MISMATCH);
    }
  }

  @Test
  void what_a_healthy_endpoint_accepts_is_told() throws IOException {
    assertThat(exposition(certificate("none")))
        .containsPattern(
            "lyncwatch_tls_accepted_info\\{.*endpoint=\"lyncdiscover.contoso.example:443\""
                + ".*highest=\"TLSv1.3\",lowest=\"TLSv1.2\".*weak=\"none\"} 1");
  }

  private static Report certificate(String fault) throws IOException {
    LabSettings settings = LabSettings.defaults();
    if (!fault.equals("none")) {
      settings = settings.withFault(Fault.parse(fault));
    }
    try (Lab lab = Lab.start(settings)) {
      return new Walker(lab).certificate(View.EXTERNAL, HOST);
    }
  }

  private static Set<String> failedChecks(String exposition) {
    Set<String> failed = new TreeSet<>();
    Matcher matcher = FAILED.matcher(exposition);
    while (matcher.find()) {
      failed.add(matcher.group(1));
    }
    return failed;
  }

  private static String exposition(Report report) throws IOException {
    LatestReports latest = new LatestReports();
    latest.added(report.target(), Duration.ofHours(1));
    latest.accept(report);
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    new Exposition("hq-lan", "test", latest, new Inventory(InstantSource.system()))
        .scrape("text/plain")
        .text()
        .writeTo(text);
    return text.toString(StandardCharsets.UTF_8);
  }
}
