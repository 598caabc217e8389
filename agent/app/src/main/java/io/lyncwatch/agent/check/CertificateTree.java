package io.lyncwatch.agent.check;

import io.lyncwatch.agent.coverage.CertificateNeeds;
import io.lyncwatch.agent.coverage.SigningRequest;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.tls.ServedCertificate;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Tells the certificates: how they are altogether, each one once with what is wrong with it and not
 * yet told, and at the end the requests to make for those that lack names.
 */
final class CertificateTree {
  private static final int MOST_LATER = 8;

  private final Lines lines;
  private final Paint paint;
  private final FindingLines findings;

  CertificateTree(Lines lines, Paint paint, FindingLines findings) {
    this.lines = lines;
    this.paint = paint;
    this.findings = findings;
  }

  void tell(Certificates certificates) {
    lines.line("", paint.strong("certificates") + ": " + verdict(certificates));
    lines.wrapped("  ", certificates.summary());
    for (Certificates.Shown shown : certificates.shown()) {
      certificate(shown, certificates.ending(shown.end()));
    }
    certificates.unseen().forEach(this::unseen);
    lines.blank();
  }

  /** The requests to make, at the very end, where they are easily copied. */
  void requests(Certificates certificates) {
    certificates.requests().forEach(this::request);
  }

  private String verdict(Certificates certificates) {
    return switch (certificates.verdict()) {
      case BROKEN -> paint.bad("broken");
      case REFUSED -> paint.bad("refused by careful clients");
      case WANTING -> paint.warning("need attention");
      case SOUND -> paint.good("sound");
      case NONE -> "none seen";
    };
  }

  private void unseen(Certificates.Unseen unseen) {
    lines.line(
        "  ",
        (unseen.nothing() ? paint.warning("NONE") : "    ") + " " + paint.strong(unseen.place()));
    findings(unseen.findings());
  }

  private void certificate(Certificates.Shown shown, String ending) {
    List<String> missing = shown.missing();
    lines.line("  ", mark(shown) + " " + paint.strong(shown.name()) + ", " + ending);
    identity(shown.leaf());
    lines.wrapped("         at    ", String.join(", ", shown.places()));
    if (!shown.domains().isEmpty()) {
      lines.wrapped("         for   ", String.join(", ", shown.domains()));
    }
    if (!missing.isEmpty()) {
      lines.wrapped(
          "         lacks ", String.join(", ", missing) + "; the request to make is at the end");
    }
    if (shown.strange()) {
      lines.wrapped(
          "         note  ",
          "it covers none of the names that clients ask for here. If it was meant for something"
              + " else, bind the right one in its place; then no request is needed.");
    }
    List<String> later =
        shown.needs().map(CertificateNeeds::missingByDocumentation).orElse(List.of());
    if (!later.isEmpty()) {
      lines.wrapped("         later ", later(later));
    }
    findings(shown.findings());
  }

  private String mark(Certificates.Shown shown) {
    if (shown.refused()) {
      return paint.bad("FAIL");
    }
    return shown.missing().isEmpty() ? "    " : paint.warning("LACK");
  }

  /** By which an administrator finds it in a store. */
  private void identity(ServedCertificate leaf) {
    String issuer = leaf.issuer().isEmpty() ? "no named issuer" : leaf.issuer();
    lines.wrapped("         by    ", issuer + ", serial " + leaf.serial());
    lines.line("         hash  ", "SHA-256 " + leaf.sha256());
  }

  private void findings(List<Finding> all) {
    List<Finding> told = all.stream().filter(findings::told).toList();
    if (!told.isEmpty()) {
      lines.wrapped(
          "         also  ",
          told.stream().map(finding -> finding.reason().code()).collect(Collectors.joining(", "))
              + ": see above");
    }
    all.stream().filter(finding -> !told.contains(finding)).forEach(findings::tell);
  }

  private static String later(List<String> names) {
    int more = names.size() - MOST_LATER;
    return names.stream().limit(MOST_LATER).collect(Collectors.joining(", "))
        + (more > 0 ? " and " + more + " more" : "")
        + ": no client asks for it here, but by the documentation every pool and Director should"
        + " cover it, for the day on which the records lead here";
  }

  /** The lines for the file stand without indentation, so that they can be copied. */
  private void request(SigningRequest request) {
    String file = request.file();
    lines.line("", paint.strong("request for " + request.names().getFirst()));
    lines.wrapped(
        "  ",
        "Save the lines between the marks as "
            + file
            + ".cnf, run the command in the first one, and send "
            + file
            + ".csr to your certification authority. Keep "
            + file
            + ".key, which belongs to the certificate that you get. Asked for is what clients of"
            + " this SIP domain need and what else the present certificate covers; what clients of"
            + " others miss stands on the agent's status page."
            + (request.leftOut() == 0
                ? ""
                : " Left out, being no whole host names or too many: " + request.leftOut() + "."));
    lines.line("", "#---- " + file + ".cnf begins");
    request.openssl().lines().forEach(line -> lines.line("", line));
    lines.line("", "#---- " + file + ".cnf ends");
    lines.blank();
  }
}
