package io.lyncwatch.lab.ticket;

import io.lyncwatch.lab.directory.User;
import io.lyncwatch.lab.web.Reply;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** Answers the requests of users who have proved who they are (WS-Trust 1.3, section 3.2). */
final class TicketIssuer {
  private static final Duration LIFETIME = Duration.ofHours(8);
  private static final int ID_BYTES = 16;
  private static final int ENTROPY_BYTES = 32;

  private final Audience audience;
  private final String issuer;
  private final TicketKey key;
  private final InstantSource clock;
  private final RandomGenerator random;

  TicketIssuer(
      Audience audience,
      String issuer,
      TicketKey key,
      InstantSource clock,
      RandomGenerator random) {
    this.audience = audience;
    this.issuer = issuer;
    this.key = key;
    this.clock = clock;
    this.random = random;
  }

  Reply issue(TicketRequest request, User user) {
    String sipUri = "sip:" + user.address();
    if (!request.sipUri().stream().allMatch(sipUri::equalsIgnoreCase)) {
      return Faults.otherSipUri();
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Duration lifetime = request.lifetime(now, LIFETIME);
    if (!lifetime.isPositive()) {
      return Faults.invalidTimeRange();
    }
    return answer(
        request,
        assertion(request, sipUri, now, now.plus(lifetime).truncatedTo(ChronoUnit.MILLIS)));
  }

  /**
   * The ticket is for the site that was asked for, even if it is not ours: no verifier takes it.
   */
  private Assertion assertion(TicketRequest request, String sipUri, Instant start, Instant end) {
    return new Assertion(
        "SamlSecurityToken-" + HexFormat.of().formatHex(bytes(ID_BYTES)),
        issuer,
        request.audience().orElse(audience).uri(),
        sipUri,
        start,
        end);
  }

  private Reply answer(TicketRequest request, Assertion assertion) {
    String context =
        request.context().map(text -> " Context=\"" + Xml.escape(text) + "\"").orElse("");
    String body =
        """
        <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>\
        <RequestSecurityTokenResponseCollection \
        xmlns="http://docs.oasis-open.org/ws-sx/ws-trust/200512"><RequestSecurityTokenResponse%s>\
        <TokenType>http://docs.oasis-open.org/wss/oasis-wss-saml-token-profile-1.1#SAMLV1.1\
        </TokenType><RequestedSecurityToken>%s</RequestedSecurityToken>\
        <RequestedProofToken><ComputedKey>\
        http://docs.oasis-open.org/ws-sx/ws-trust/200512/CK/PSHA1</ComputedKey>\
        </RequestedProofToken><Entropy><BinarySecret>%s</BinarySecret></Entropy><Lifetime>\
        <wsu:Created xmlns:wsu="%4$s">%5$s</wsu:Created>\
        <wsu:Expires xmlns:wsu="%4$s">%6$s</wsu:Expires></Lifetime>\
        </RequestSecurityTokenResponse></RequestSecurityTokenResponseCollection>\
        </s:Body></s:Envelope>\
        """
            .formatted(
                context,
                assertion.sealed(key),
                Base64Text.of(bytes(ENTROPY_BYTES)),
                Xml.WSU,
                assertion.notBefore(),
                assertion.notOnOrAfter());
    return Reply.of(200, Faults.XML, body);
  }

  private byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
