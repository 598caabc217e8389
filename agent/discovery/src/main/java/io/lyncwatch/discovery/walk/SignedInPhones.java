package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.SignInAddress;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Stage;
import io.lyncwatch.discovery.report.Outcome;
import io.lyncwatch.discovery.walk.RememberedUrls.Memory;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells how phones fare that signed in before (protocol: cache and failover). A run is always a new
 * sign-in; where that works it shows what they remember, where it fails what they remember is asked
 * in its place. So that new sign-ins fail and that signed-in phones fail are two facts.
 */
final class SignedInPhones {
  /** Of one account only, also where its phones are signed in. */
  private static final Set<Reason> OF_THE_ACCOUNT =
      EnumSet.of(
          Reason.AUTH_REJECTED,
          Reason.AUTH_ACCOUNT_BLOCKED,
          Reason.AUTH_PASSWORD_EXPIRED,
          Reason.AUTH_USER_NOT_ENABLED,
          Reason.AUTH_ADDRESS_MISMATCH,
          Reason.USER_NOT_HOMED);

  /** Between the places of a merged finding. */
  private static final Pattern PLACES = Pattern.compile("[,;] ");

  private final Journey journey;
  private final Transcript transcript;
  private final RememberedUrls remembered;
  private final SignInAddress address;

  SignedInPhones(
      Journey journey, Transcript transcript, RememberedUrls remembered, SignInAddress address) {
    this.journey = journey;
    this.transcript = transcript;
    this.remembered = remembered;
    this.address = address;
  }

  /**
   * How they fare.
   *
   * @param services as far as they were asked
   * @param work whether phones can go on; empty if that is not known
   */
  record Fare(List<ServiceAnswer> services, Optional<Boolean> work) {
    /** Nothing is known of them. */
    static final Fare UNKNOWN = new Fare(List.of(), Optional.empty());
  }

  /** After a sign-in that came to the home pool, and asked its services. */
  Fare after(Walk.Home home) {
    remembered.keep(address, view(), home.sets());
    return judged(home.sets(), home.services());
  }

  /** After a sign-in that failed on its way there. */
  Fare afterFailure() {
    List<Finding> findings = transcript.findings();
    boolean tells =
        SignInVerdict.outcome(findings) == Outcome.FAILURE
            && findings.stream().noneMatch(finding -> OF_THE_ACCOUNT.contains(finding.reason()));
    if (!tells) {
      return Fare.UNKNOWN;
    }
    return switch (remembered.of(address, view())) {
      case Memory.Unknown() -> Fare.UNKNOWN;
      case Memory.Kept(UrlSets sets) -> ask(sets, findings);
      case Memory.Flushed() -> begunAnew();
    };
  }

  private Fare ask(UrlSets sets, List<Finding> before) {
    return transcript
        .stage(
            Stage.SERVICES,
            notes -> {
              StageNotes own = new StageNotes(notes.stage());
              journey.expectServersNamed(sets.named());
              Fare fare = judged(sets, new ServicesStage(journey).check(own, sets));
              notes.stepsOf(own);
              own.findings().forEach(finding -> notes.find(following(before, finding)));
              fare.work().ifPresent(work -> conclude(notes, work, fare.services()));
              return Optional.of(fare);
            },
            fare -> fare.work().orElse(false))
        .orElse(Fare.UNKNOWN);
  }

  /** What kept the sign-in from working is no second cause where the services meet it again. */
  private static Finding following(List<Finding> before, Finding finding) {
    return before.stream()
            .anyMatch(earlier ->
                Hairpin.plain(earlier) == Hairpin.plain(finding)
                    && PLACES.splitAsStream(earlier.where()).anyMatch(finding.where()::equals))
        ? finding.asConsequence()
        : finding;
  }

  private Fare begunAnew() {
    Fare fare = new Fare(List.of(), Optional.of(false));
    return transcript
        .stage(
            Stage.SERVICES,
            notes -> {
              notes.step(
                  "services of the home pool",
                  "not asked, phones have forgotten them",
                  false,
                  Duration.ZERO);
              conclude(notes, false, List.of());
              return Optional.of(fare);
            },
            _ -> false)
        .orElse(fare);
  }

  private void conclude(StageNotes notes, boolean work, List<ServiceAnswer> services) {
    String missing = ServicesStage.missing(services);
    Map<String, String> evidence =
        work || missing.isEmpty() ? Map.of() : Map.of("services", missing);
    notes.find(
        Finding.of(
                work ? Reason.SIGNED_IN_PHONES_WORK : Reason.SIGNED_IN_PHONES_FAIL,
                notes.stage(),
                address.toString(),
                evidence)
            .asConsequence());
  }

  /** By the services that phones live by; where both sets of them are dead, phones forget them. */
  private Fare judged(UrlSets sets, List<ServiceAnswer> services) {
    long needed = sets.services(view()).stream().filter(Service::mobile).count();
    List<ServiceAnswer> mobile = services.stream().filter(a -> a.service().mobile()).toList();
    boolean broken = mobile.stream().anyMatch(answer -> !answer.good());
    boolean all = needed > 0 && mobile.size() == needed;
    if (all && mobile.stream().allMatch(ServiceAnswer::gone)) {
      remembered.flush(address, view());
    }
    return new Fare(services, broken || all ? Optional.of(!broken) : Optional.empty());
  }

  private View view() {
    return journey.network().view();
  }
}
