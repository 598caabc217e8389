package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.Deadline;
import io.lyncwatch.discovery.SignInAddress;
import io.lyncwatch.discovery.SipDomain;
import io.lyncwatch.discovery.Ticker;
import io.lyncwatch.discovery.document.Representation;
import io.lyncwatch.discovery.http.Connections;
import io.lyncwatch.discovery.http.Network;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** The journey of somebody who trusts his own SIP domain only, with time enough for a test. */
final class TestingJourney {
  static final SignInAddress ALICE = SignInAddress.parse("alice@contoso.example");

  private TestingJourney() {}

  static Journey of(Network network, Connections connections) {
    return new Journey(
        network,
        connections,
        Deadline.in(Duration.ofSeconds(30), Ticker.SYSTEM),
        new TrustRule(new SipDomain("contoso.example"), Set.of()),
        Optional.of(ALICE),
        Representation.LEGACY_XML);
  }
}
