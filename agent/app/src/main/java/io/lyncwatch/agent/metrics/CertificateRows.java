package io.lyncwatch.agent.metrics;

import static io.lyncwatch.agent.metrics.MetricCatalogue.CERTIFICATE_CHAIN_NOT_AFTER;
import static io.lyncwatch.agent.metrics.MetricCatalogue.CERTIFICATE_CHECK;
import static io.lyncwatch.agent.metrics.MetricCatalogue.CERTIFICATE_NOT_AFTER;
import static io.lyncwatch.agent.metrics.MetricCatalogue.CERTIFICATE_NOT_BEFORE;
import static io.lyncwatch.agent.metrics.MetricCatalogue.CERTIFICATE_REVOCATION;
import static io.lyncwatch.agent.metrics.MetricCatalogue.CERTIFICATE_SAN_COVERED;

import io.lyncwatch.discovery.report.Facts;
import io.lyncwatch.discovery.revocation.Revocation;
import io.lyncwatch.discovery.revocation.Status;
import io.lyncwatch.discovery.tls.Inspection;
import io.lyncwatch.discovery.tls.Judgement;
import io.lyncwatch.discovery.tls.ServedCertificate;
import java.util.Comparator;

/** What one endpoint presents: the worst over its addresses, as clients meet any of them. */
final class CertificateRows {
  private CertificateRows() {}

  static void write(Facts.Certificate facts, StateCollector.SipDomains domains, Rows.Seen rows) {
    String endpoint = facts.endpoint().toString();
    for (Facts.Presented presented : facts.presented()) {
      write(endpoint, presented.judgement(), rows);
      presented.inspection().ifPresent(inspection -> write(endpoint, inspection, rows));
      presented
          .protocol()
          .ifPresent(version ->
              rows.holds(MetricCatalogue.TLS, endpoint, version, presented.cipher().orElse("")));
    }
    facts.presented().stream()
        .flatMap(presented -> presented.revocation().stream())
        .map(Revocation::status)
        .max(Comparator.naturalOrder())
        .ifPresent(worst -> write(endpoint, worst, rows));
    facts
        .requiredNames()
        .forEach((name, covered) ->
            rows.all(CERTIFICATE_SAN_COVERED, covered, domains.of(name), endpoint, name));
  }

  private static void write(String endpoint, Judgement judgement, Rows.Seen rows) {
    rows.all(CERTIFICATE_CHECK, judgement.trusted(), endpoint, "trust");
    rows.all(CERTIFICATE_CHECK, judgement.hostMatches(), endpoint, "hostname");
    rows.all(CERTIFICATE_CHECK, judgement.valid(), endpoint, "validity");
    judgement.whole().ifPresent(whole -> rows.all(CERTIFICATE_CHECK, whole, endpoint, "chain"));
    judgement
        .chainNotAfter()
        .ifPresent(end -> rows.earliest(CERTIFICATE_CHAIN_NOT_AFTER, end, endpoint));
    judgement.certificates().forEach(certificate -> write(endpoint, certificate, rows));
  }

  private static void write(String endpoint, Inspection inspection, Rows.Seen rows) {
    rows.all(CERTIFICATE_CHECK, inspection.publiclyTrusted(), endpoint, "trust_public");
    rows.all(CERTIFICATE_CHECK, inspection.weaknesses().isEmpty(), endpoint, "strength");
    rows.all(CERTIFICATE_CHECK, inspection.usageFlaw().isEmpty(), endpoint, "usage");
    rows.all(CERTIFICATE_CHECK, inspection.orderFlaw().isEmpty(), endpoint, "order");
  }

  private static void write(String endpoint, Status worst, Rows.Seen rows) {
    for (Status status : Status.values()) {
      rows.any(CERTIFICATE_REVOCATION, status == worst, endpoint, status.label());
    }
  }

  private static void write(String endpoint, ServedCertificate certificate, Rows.Seen rows) {
    String position = certificate.position().label();
    rows.earliest(CERTIFICATE_NOT_AFTER, certificate.notAfter(), endpoint, position);
    rows.latest(CERTIFICATE_NOT_BEFORE, certificate.notBefore(), endpoint, position);
    rows.holds(
        MetricCatalogue.CERTIFICATE,
        endpoint,
        position,
        certificate.subject(),
        certificate.issuer(),
        certificate.serial(),
        certificate.sha256());
  }
}
