package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Stage;
import io.lyncwatch.discovery.http.Exchange;
import io.lyncwatch.discovery.http.Failure;
import io.lyncwatch.discovery.http.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Gives what was found on the two sides of an entry point the names that neither side tells by
 * itself.
 */
record BothSides(EntryPoint entry, EntrySide http, EntrySide https) {
  private static final Set<Reason> UNANSWERED = EnumSet.of(Reason.TCP_REFUSED, Reason.TCP_TIMEOUT);

  /** What somebody has who took over a name and has no certificate for it. */
  private static final Set<Reason> NOT_OURS =
      EnumSet.of(
          Reason.TCP_REFUSED,
          Reason.TCP_TIMEOUT,
          Reason.TLS_NAME_MISMATCH,
          Reason.TLS_UNTRUSTED,
          Reason.TLS_NAME_UNKNOWN);

  private static final Pattern TLS_WANTED =
      Pattern.compile("(?i)403\\.4|\\bssl\\b|secure channel|secure sockets");

  /**
   * In an order in which each can rest on those before.
   *
   * @param ours whether a host is one of the SIP domain, or trusted
   */
  BothSides named(View view, Predicate<String> ours) {
    return blockedHairpin(view).refusedHttp().captured(ours).parked(ours).unpublishedHttps();
  }

  /** Firewalls drop all that goes out from inside to come back in; an answer came through. */
  private BothSides blockedHairpin(View view) {
    boolean silent = isSilent(http) && isSilent(https);
    return silent && Hairpin.isWay(view, entry.side()) ? each(Hairpin::named) : this;
  }

  private static boolean isSilent(EntrySide side) {
    return side.exchange().result()
            instanceof Exchange.Result.Failed(Failure.NoConnection(var kind, _, _, _))
        && kind == Failure.NoConnection.Kind.TIMED_OUT;
  }

  /** A 403 that https does not get, or that says why. */
  private BothSides refusedHttp() {
    Optional<Response> refusal = http.exchange().response().filter(r -> r.status() == 403);
    boolean others = https.exchange().response().filter(r -> r.status() != 403).isPresent();
    boolean wantsTls =
        refusal
            .filter(r -> TLS_WANTED.matcher(r.body()).find() || (others && r.server().isPresent()))
            .isPresent();
    return wantsTls
        ? new BothSides(entry, renamed(http, UnexpectedAnswer.STATUS, Reason.SSL_REQUIRED), https)
        : this;
  }

  /**
   * A login page of somebody else over http is that of the network, unless anything answers over
   * https, for which nobody else has the certificate, or the certificate there is one of ours.
   */
  private BothSides captured(Predicate<String> ours) {
    boolean foreign =
        http.exchange()
            .response()
            .flatMap(response -> LoginPage.of(response, http.exchange().request().url()))
            .map(URI::getHost)
            .filter(host -> !ours.test(host))
            .isPresent();
    return foreign && https.exchange().response().isEmpty() && !isPresentedByUs(ours)
        ? new BothSides(
            entry,
            renamed(http, EnumSet.of(Reason.PREAUTHENTICATION), Reason.CAPTIVE_PORTAL),
            https)
        : this;
  }

  /**
   * Who shows a page of his own over http has no reason to serve the name over https, unless the
   * certificate there says that he is of the same house.
   */
  private BothSides parked(Predicate<String> ours) {
    return page(http).isPresent() && !isPresentedByUs(ours)
        ? new BothSides(
            entry, http, changed(https, f -> NOT_OURS.contains(f.reason()) ? f.asConsequence() : f))
        : this;
  }

  private boolean isPresentedByUs(Predicate<String> ours) {
    return https.exchange().result()
            instanceof Exchange.Result.Failed(Failure.CertificateRefused(_, var judgement))
        && judgement.covers().stream()
            .map(name -> name.startsWith("*.") ? name.substring(2) : name)
            .anyMatch(ours);
  }

  /** Nobody listens for https where the service, whatever it says, does so for http. */
  private BothSides unpublishedHttps() {
    Optional<Finding> unanswered =
        https.findings().stream().filter(f -> UNANSWERED.contains(f.reason())).findFirst();
    boolean served = http.good() || http.node().isPresent();
    if (unanswered.isEmpty() || !served) {
      return this;
    }
    Map<String, String> evidence = new LinkedHashMap<>(unanswered.get().evidence());
    evidence.put("name", entry.host());
    List<Finding> findings = new ArrayList<>(https.findings());
    findings.add(Finding.of(Reason.HTTPS_NOT_PUBLISHED, Stage.ROOT, entry.host(), evidence));
    return new BothSides(entry, http, https.with(findings));
  }

  /**
   * If nothing else explains it: a page behind the certificate that is right for the name comes
   * from another application of the same people, and so does the same page over http; or a page
   * over http where the certificate, which is not right, still says that they are the same people.
   */
  List<Finding> ofAnotherApplication(List<Finding> findings, Predicate<String> ours) {
    Optional<String> page =
        (isPresentedByUs(ours) ? page(http) : page(https)).map(BothSides::shown);
    return page.isEmpty()
        ? findings
        : findings.stream()
            .map(f ->
                f.reason() == Reason.HTTP_NOT_LYNC && page.get().equals(shown(f))
                    ? f.named(Reason.WRONG_APPLICATION)
                    : f)
            .toList();
  }

  private static Optional<Finding> page(EntrySide side) {
    return side.findings().stream()
        .filter(f -> f.reason() == Reason.HTTP_NOT_LYNC)
        .filter(_ -> side.exchange().response().filter(BothSides::isNamelessPage).isPresent())
        .findFirst();
  }

  private static boolean isNamelessPage(Response response) {
    return response.status() == 200 && response.server().isEmpty();
  }

  private static String shown(Finding finding) {
    return finding.evidence().get("status") + finding.evidence().getOrDefault("page", "");
  }

  private BothSides each(UnaryOperator<Finding> change) {
    return new BothSides(entry, changed(http, change), changed(https, change));
  }

  private static EntrySide renamed(EntrySide side, Set<Reason> from, Reason to) {
    return changed(side, f -> from.contains(f.reason()) ? f.named(to) : f);
  }

  private static EntrySide changed(EntrySide side, UnaryOperator<Finding> change) {
    return side.with(side.findings().stream().map(change).toList());
  }
}
