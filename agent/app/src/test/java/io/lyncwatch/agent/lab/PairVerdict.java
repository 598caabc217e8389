package io.lyncwatch.agent.lab;

import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.report.Outcome;
import io.lyncwatch.lab.TopologyKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether what was found of two faults at once is one of the two, and nothing else.
 *
 * @param foreign causes that were named, and are neither
 * @param missed walks that must fail, or did, and of which no cause was named
 */
record PairVerdict(FaultPair pair, List<String> foreign, List<String> missed) {
  /** What two faults come to together that neither comes to alone. */
  private static final Map<String, String> TOGETHER =
      Map.of(
          // Such a certificate ends before it begins: no chain with it was ever valid.
          "certificate-expired + certificate-not-yet-valid",
          "tls_untrusted",
          // That a certificate is missing is known from the authority, which gives it to whoever
          // asks; where that is gone, a chain without it leads nowhere.
          "intermediate-missing + revocation-unreachable",
          "tls_untrusted",
          // Clients outside are led to a name of the inside, and there by the wildcard record.
          "external-name-missing + wildcard-record",
          "tls_name_mismatch",
          // The other application does not listen at the port that the proxy now leads to.
          "bridged-to-443 + wrong-application",
          "backend_unreachable",
          // A page over http, and nothing over https that says whose it is, may be anybody's.
          "https-not-published + wrong-application",
          "http_not_lync");

  /** What a fault is told by where other walks than those of the usual deployment meet it. */
  private static final Map<String, String> FURTHER_ON =
      Map.of(
          // Only where the records lead is it known from a path that is not published.
          "wrong-application", "http_not_lync");

  /**
   * It mends for clients inside what is wrong with the external web services: documents name the
   * internal ones only.
   */
  private static final String MENDS_INSIDE = "external-name-missing";

  static PairVerdict of(FaultPair pair, List<Passage> passages) {
    List<String> foreign = new ArrayList<>();
    List<String> missed = new ArrayList<>();
    for (Passage passage : passages) {
      List<Finding> causes = passage.report().causes();
      causes.stream()
          .filter(cause -> !isAllowed(pair, cause.reason().code()))
          .map(cause -> words(pair, passage) + cause.reason().code() + " at " + cause.where())
          .forEach(foreign::add);
      if (causes.isEmpty() && mustBeTold(pair, passage)) {
        missed.add(words(pair, passage) + passage.report().summary());
      }
    }
    return new PairVerdict(pair, List.copyOf(foreign), List.copyOf(missed));
  }

  private static boolean isAllowed(FaultPair pair, String reason) {
    Set<String> reasons = pair.reasons();
    boolean usual = pair.topology().filter(TopologyKind.DIRECTOR::equals).isPresent();
    return reasons.contains(reason)
        || reason.equals(TOGETHER.get(pair.toString()))
        || (!usual && pair.both().anyMatch(fault -> reason.equals(FURTHER_ON.get(fault.name()))));
  }

  private static boolean mustBeTold(FaultPair pair, Passage passage) {
    boolean breaks =
        pair.both()
            .filter(fault -> fault.traveller() == pair.traveller())
            .anyMatch(fault -> fault.breaks(passage.walk()));
    boolean mended =
        passage.view() == View.INTERNAL
            && pair.both().anyMatch(fault -> fault.name().equals(MENDS_INSIDE));
    return passage.report().outcome() != Outcome.SUCCESS || (breaks && !mended);
  }

  private static String words(FaultPair pair, Passage passage) {
    return pair + ", " + passage.walk() + ": ";
  }

  boolean right() {
    return foreign.isEmpty() && missed.isEmpty();
  }
}
