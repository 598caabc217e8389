package io.lyncwatch.agent.metrics;

import static io.lyncwatch.agent.metrics.MetricCatalogue.CERTIFICATE_CHAIN_NOT_AFTER;
import static io.lyncwatch.agent.metrics.MetricCatalogue.CERTIFICATE_CHECK;
import static io.lyncwatch.agent.metrics.MetricCatalogue.CERTIFICATE_NOT_AFTER;
import static io.lyncwatch.agent.metrics.MetricCatalogue.CERTIFICATE_NOT_BEFORE;
import static io.lyncwatch.agent.metrics.MetricCatalogue.CERTIFICATE_REVOCATION;
import static io.lyncwatch.agent.metrics.MetricCatalogue.CERTIFICATE_SAN_COVERED;
import static io.lyncwatch.agent.metrics.MetricCatalogue.CERTIFICATE_SERVED_NOT_AFTER;
import static io.lyncwatch.agent.metrics.MetricCatalogue.LEAF_NOT_AFTER;
import static io.lyncwatch.agent.metrics.MetricCatalogue.LEAF_NOT_BEFORE;

import io.lyncwatch.agent.coverage.Row;
import io.lyncwatch.agent.report.TargetState;
import io.lyncwatch.discovery.report.Facts;
import io.lyncwatch.discovery.revocation.Revocation;
import io.lyncwatch.discovery.revocation.Status;
import io.lyncwatch.discovery.tls.Inspection;
import io.lyncwatch.discovery.tls.Judgement;
import io.lyncwatch.discovery.tls.ServedCertificate;
import io.lyncwatch.discovery.tls.hello.Accepted;
import java.util.Comparator;
import java.util.List;

/**
 * What one endpoint presents: the worst over its addresses, as clients meet any of them.
 *
 * <p>Checks are of the latest run. What does not depend on the moment stays while nothing is
 * presented, or an alert on it would resolve when the server goes down as well.
 */
final class CertificateRows {
  private CertificateRows() {}

  /** What an endpoint presents, or presented last. */
  static void writeLast(TargetState state, Rows.Seen rows) {
    String endpoint = state.target().name();
    for (Facts.Presented presented : state.presented().all()) {
      Judgement judgement = presented.judgement();
      judgement
          .chainNotAfter()
          .ifPresent(end -> rows.earliest(CERTIFICATE_CHAIN_NOT_AFTER, end, endpoint));
      judgement.certificates().forEach(certificate -> write(endpoint, certificate, rows));
      writeLeaf(judgement, rows);
    }
  }

  private static void write(String endpoint, Accepted accepted, Rows.Seen rows) {
    rows.holds(
        MetricCatalogue.TLS_ACCEPTED,
        endpoint,
        accepted.lowest().label(),
        accepted.highest().label(),
        accepted.weakLabel());
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
    rows.earliest(CERTIFICATE_SERVED_NOT_AFTER, certificate.notAfter(), endpoint);
    rows.holds(
        MetricCatalogue.CERTIFICATE,
        endpoint,
        position,
        certificate.subject(),
        certificate.issuer(),
        certificate.serial(),
        certificate.sha256());
  }

  private static void writeLeaf(Judgement judgement, Rows.Seen rows) {
    ServedCertificate leaf = judgement.leaf();
    rows.earliest(LEAF_NOT_AFTER, judgement.end(), leaf.subject(), leaf.sha256());
    rows.latest(LEAF_NOT_BEFORE, leaf.notBefore(), leaf.subject(), leaf.sha256());
  }

  /** How what was presented in the latest run was judged. */
  static void write(Facts.Certificate facts, Rows.Seen rows) {
    String endpoint = facts.endpoint().toString();
    for (Facts.Presented presented : facts.presented()) {
      write(endpoint, presented.judgement(), rows);
      presented.inspection().ifPresent(inspection -> write(endpoint, inspection, rows));
      presented
          .protocol()
          .ifPresent(version ->
              rows.holds(MetricCatalogue.TLS, endpoint, version, presented.cipher().orElse("")));
      presented.reception().ifPresent(reception -> write(endpoint, reception.accepted(), rows));
    }
    facts.presented().stream()
        .flatMap(presented -> presented.revocation().stream())
        .map(Revocation::status)
        .max(Comparator.naturalOrder())
        .ifPresent(worst -> write(endpoint, worst, rows));
  }

  /** Which names clients ask for, each under the SIP domain that it lies in. */
  static void write(List<Row> asked, StateCollector.SipDomains domains, Rows.Seen rows) {
    for (Row row : asked) {
      rows.all(
          CERTIFICATE_SAN_COVERED,
          row.covered(),
          domains.of(row.name()),
          row.endpoint().toString(),
          row.name());
    }
  }

  private static void write(String endpoint, Judgement judgement, Rows.Seen rows) {
    rows.all(CERTIFICATE_CHECK, judgement.trusted(), endpoint, "trust");
    rows.all(CERTIFICATE_CHECK, judgement.hostMatches(), endpoint, "hostname");
    rows.all(CERTIFICATE_CHECK, judgement.valid(), endpoint, "validity");
    judgement.whole().ifPresent(whole -> rows.all(CERTIFICATE_CHECK, whole, endpoint, "chain"));
  }

  private static void write(String endpoint, Inspection inspection, Rows.Seen rows) {
    rows.all(CERTIFICATE_CHECK, inspection.publiclyTrusted(), endpoint, "trust_public");
    rows.all(CERTIFICATE_CHECK, !inspection.selfSigned(), endpoint, "self_signed");
    rows.all(CERTIFICATE_CHECK, inspection.weaknesses().isEmpty(), endpoint, "strength");
    rows.all(CERTIFICATE_CHECK, inspection.usageFlaw().isEmpty(), endpoint, "usage");
    rows.all(CERTIFICATE_CHECK, inspection.orderFlaw().isEmpty(), endpoint, "order");
  }
}
