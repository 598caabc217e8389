package io.lyncwatch.agent.metrics;

import io.lyncwatch.agent.inventory.Inventory;
import io.lyncwatch.agent.report.LatestReports;
import io.lyncwatch.agent.report.Sinks;
import io.lyncwatch.agent.report.TestingReports;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.report.Facts;
import io.lyncwatch.discovery.report.ProbeKind;
import io.lyncwatch.discovery.report.TargetId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** The sinks of an agent that are to do with metrics, without its schedule. */
final class ScrapedAgent {
  static final TargetId DNS = target(ProbeKind.DNS, "contoso.example", "quad9");
  static final TargetId ENTRY = target(ProbeKind.ENTRY, "contoso.example", "lyncdiscover");
  static final TargetId SIGN_IN = target(ProbeKind.SIGN_IN, "contoso.example", "probe1");
  static final TargetId CERTIFICATE =
      target(ProbeKind.CERTIFICATE, "", SampleFacts.ENDPOINT.toString());

  private final LatestReports latest = new LatestReports();
  private final Inventory inventory = new Inventory(() -> TestingReports.START);
  final Exposition exposition = new Exposition("hq-lan", "1.2.3", latest, inventory);
  final Sinks sinks = new Sinks(List.of(latest, inventory, exposition.events()));

  static TargetId target(ProbeKind probe, String domain, String name) {
    return new TargetId(probe, View.EXTERNAL, domain, name);
  }

  ScrapedAgent with(TargetId... targets) {
    for (TargetId target : targets) {
      sinks.added(target, Duration.ofSeconds(60));
    }
    return this;
  }

  ScrapedAgent report(TargetId target, Facts facts) {
    sinks.accept(TestingReports.of(target).withFacts(facts).report());
    return this;
  }

  Scraped scrape() {
    return Scraped.of(exposition.snapshots());
  }

  /** What a scraper reads that sends this Accept header. */
  String text(String accept) {
    return text(exposition.scrape(accept));
  }

  static String text(Exposition.Page page) {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    try {
      page.text().writeTo(read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return read.toString(StandardCharsets.UTF_8);
  }
}
