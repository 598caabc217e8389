package io.lyncwatch.agent;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.lyncwatch.agent.change.RecentChanges;
import io.lyncwatch.agent.check.Certificates;
import io.lyncwatch.agent.check.Examination;
import io.lyncwatch.agent.check.Json;
import io.lyncwatch.agent.check.Paint;
import io.lyncwatch.agent.check.Tree;
import io.lyncwatch.agent.coverage.Captures;
import io.lyncwatch.agent.coverage.Coverage;
import io.lyncwatch.agent.coverage.WatchedDomain;
import io.lyncwatch.agent.inventory.Inventory;
import io.lyncwatch.agent.log.LogSink;
import io.lyncwatch.agent.metrics.Exposition;
import io.lyncwatch.agent.page.StatusPages;
import io.lyncwatch.agent.report.LatestReports;
import io.lyncwatch.agent.report.ReportSink;
import io.lyncwatch.agent.report.TestingReports;
import io.lyncwatch.discovery.Endpoint;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Stage;
import io.lyncwatch.discovery.report.Facts;
import io.lyncwatch.discovery.report.ProbeKind;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.report.StageResult;
import io.lyncwatch.discovery.report.TargetId;
import io.lyncwatch.discovery.tls.CertificateJudge;
import io.lyncwatch.discovery.tls.Judgement;
import io.lyncwatch.discovery.tls.TlsFindings;
import io.lyncwatch.discovery.tls.Trust;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Nothing that a certificate says gets into a page, a metric, a log line or a terminal as code. */
class HostileCertificateTest {
  private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");
  private static final Endpoint ENDPOINT = new Endpoint("lyncdiscover.contoso.example", 443);
  private static final String SCRIPT = "<script>alert(1)</script>";
  private static final String LINE = "\nlyncwatch_up 0\n";
  private static final String NAME = "a" + SCRIPT + LINE + "\u001b[2J\u009b1m\u202e\"} 1";

  private static final WatchedDomain CONTOSO =
      new WatchedDomain("contoso.example", true, List.of());

  private static Report report;

  @BeforeAll
  static void judge() throws Exception {
    Judgement judgement =
        new CertificateJudge(Trust.of(List.of()))
            .judge(List.of(certificate()), ENDPOINT.host(), NOW);
    List<Finding> findings = TlsFindings.of(judgement, NOW, Stage.CAPTURE, ENDPOINT.toString());
    assertThat(findings).hasSize(3);
    Facts.Presented presented =
        new Facts.Presented(
            "192.0.2.1:443",
            Optional.of("TLSv1.3"),
            Optional.of("TLS_AES_128_GCM_SHA256"),
            judgement,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    report =
        TestingReports.of(
                new TargetId(ProbeKind.CERTIFICATE, View.EXTERNAL, "", ENDPOINT.toString()))
            .withFindings(findings)
            .withStages(new StageResult(Stage.CAPTURE, false, Duration.ZERO, List.of()))
            .withFacts(
                new Facts.Certificate(ENDPOINT, List.of(presented), List.of(presented.address())))
            .report();
  }

  @Test
  void not_into_the_metrics() throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    new Exposition("hq-lan", "test", given(new LatestReports()), nothingKnown())
        .scrape("text/plain")
        .text()
        .writeTo(text);

    assertHarmless(text.toString(StandardCharsets.UTF_8));
    assertThat(text.toString(StandardCharsets.UTF_8)).contains("subject=\"CN=a");
  }

  @Test
  void not_into_the_page() {
    StatusPages pages =
        new StatusPages(
            "hq-lan",
            "test",
            List.of(CONTOSO),
            Set.of(),
            given(new LatestReports()),
            nothingKnown(),
            new RecentChanges(),
            InstantSource.fixed(NOW));
    String html = pages.now(false).html();

    assertHarmless(html);
    assertThat(html).doesNotContain("<script").contains("&lt;script");
  }

  @Test
  void not_into_the_log() {
    Logger logger = (Logger) LoggerFactory.getLogger(LogSink.class);
    ListAppender<ILoggingEvent> events = new ListAppender<>();
    events.start();
    logger.addAppender(events);
    logger.setAdditive(false);
    try {
      given(new LogSink());
    } finally {
      logger.setAdditive(true);
      logger.detachAppender(events);
    }

    assertThat(events.list).isNotEmpty();
    assertThat(events.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .allSatisfy(message -> {
          assertHarmless(message);
          assertThat(message).doesNotContain("\n");
        });
  }

  @Test
  void not_into_what_check_prints() {
    Coverage coverage =
        Coverage.of(List.of(CONTOSO), nothingKnown(), Captures.in(Stream.of(report)));
    Examination examination =
        new Examination(
            CONTOSO.name(),
            List.of(report),
            List.of(),
            new Certificates(List.of(report), Set.of(), coverage));

    assertHarmless(Tree.of(examination, Paint.NONE));
    assertHarmless(Json.of(examination));
    assertThat(Tree.of(examination, Paint.NONE)).contains("The certificate CN=a");
  }

  private static void assertHarmless(String text) {
    assertThat(text)
        .doesNotContain("\u001b", "\u009b", "\u202e", LINE)
        .doesNotContainPattern("(?m)^lyncwatch_up");
  }

  private static <S extends ReportSink> S given(S sink) {
    sink.added(report.target(), Duration.ofHours(1));
    sink.accept(report);
    return sink;
  }

  private static Inventory nothingKnown() {
    return new Inventory(InstantSource.fixed(NOW));
  }

  /** Expired, of nobody's authority and for another name. */
  private static X509Certificate certificate() throws Exception {
    KeyPair keys = KeyPairGenerator.getInstance("EC").generateKeyPair();
    X500Name name = new X500Name("CN=" + NAME.replace("\"", "\\\""));
    var builder =
        new JcaX509v3CertificateBuilder(
            name,
            BigInteger.ONE,
            Date.from(NOW.minus(Duration.ofDays(2))),
            Date.from(NOW.minus(Duration.ofDays(1))),
            name,
            keys.getPublic());
    builder.addExtension(
        Extension.subjectAlternativeName,
        false,
        new GeneralNames(new GeneralName(GeneralName.dNSName, NAME)));
    return new JcaX509CertificateConverter()
        .getCertificate(
            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
  }
}
