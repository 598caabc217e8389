package io.lyncwatch.lab.ticket;

import io.lyncwatch.lab.directory.Standing;
import io.lyncwatch.lab.directory.User;
import io.lyncwatch.lab.web.Channel;
import io.lyncwatch.lab.web.Reply;
import io.lyncwatch.lab.web.Request;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/**
 * Integrated Windows authentication as IIS does it. With NTLM it takes three requests on one
 * connection, raw, or under {@code Negotiate} in the envelopes of SPNEGO. The challenge belongs to
 * the connection and is good for one answer. Kerberos is taken in those envelopes only, if it is
 * what the client likes best. Unlike IIS it asks again on every request, even on a connection that
 * has signed in. An account that the directory bars is refused as one with a wrong password is.
 */
final class WindowsSignIn {
  private static final int OPEN_TALKS = 4096;
  private static final int NEGOTIATE_BYTES = 16;
  private static final int OFFER_AT = 12;

  private final ServerNames names;
  private final Accounts accounts;
  private final Protection protection;
  private final Optional<KerberosSignIn> kerberos;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final OpenTalks open = new OpenTalks();

  WindowsSignIn(
      String serverFqdn,
      Accounts accounts,
      WindowsAuthentication authentication,
      InstantSource clock,
      RandomGenerator random) {
    this.names = ServerNames.of(serverFqdn);
    this.accounts = accounts;
    this.protection = authentication.protection();
    this.kerberos =
        authentication.kerberos().map(acceptor -> new KerberosSignIn(acceptor, protection));
    this.clock = clock;
    this.random = random;
  }

  /**
   * The envelopes of one sign-in.
   *
   * @param first the client's first token
   * @param codeDue whether the client must protect its list of mechanisms, because its first choice
   *     was not taken
   */
  private record Envelopes(NegotiationToken first, boolean codeDue) {
    byte[] offer() {
      return first.offer().orElseThrow();
    }
  }

  /** What has been said on a connection so far. */
  private sealed interface Talk {
    /** NTLM was chosen, nothing of it has come yet. */
    record Chosen(Envelopes envelopes) implements Talk {}

    /** The client was asked to prove that it knows the password. */
    record Asked(Optional<Envelopes> envelopes, NtlmMessage offer, ChallengeMessage question)
        implements Talk {}
  }

  SignIn attempt(Request request) {
    return request
        .header("Authorization")
        .flatMap(Authorization::read)
        .map(authorization -> attempt(request, authorization))
        .orElseGet(WindowsSignIn::refuse);
  }

  private SignIn attempt(Request request, Authorization authorization) {
    Optional<NtlmMessage> raw = NtlmMessage.read(authorization.bytes());
    if (raw.isPresent()) {
      return raw(request, authorization.scheme(), raw.get());
    }
    return authorization.scheme().equals(Authorization.NEGOTIATE)
        ? NegotiationToken.read(authorization.bytes())
            .map(token -> enveloped(request, token))
            .orElseGet(WindowsSignIn::refuse)
        : refuse();
  }

  private SignIn raw(Request request, String scheme, NtlmMessage message) {
    return switch (message.type()) {
      case NtlmMessage.NEGOTIATE ->
          question(request, message, Optional.empty())
              .map(question -> goOn(scheme, question.bytes()))
              .orElseGet(WindowsSignIn::refuse);
      case NtlmMessage.AUTHENTICATE ->
          open.take(request.connection())
              .flatMap(talk ->
                  talk instanceof Talk.Asked asked && asked.envelopes().isEmpty()
                      ? proved(asked, message, request.channel())
                      : Optional.empty())
              .<SignIn>map(proof -> new SignIn.Accepted(proof.user(), Optional.empty()))
              .orElseGet(WindowsSignIn::refuse);
      default -> refuse();
    };
  }

  private SignIn enveloped(Request request, NegotiationToken token) {
    if (token.offer().isPresent()) {
      return begin(request, token);
    }
    Optional<NtlmMessage> message = token.message().flatMap(NtlmMessage::read);
    Optional<Talk> talk = open.take(request.connection());
    if (message.isEmpty() || talk.isEmpty()) {
      return refuse();
    }
    return switch (talk.get()) {
      case Talk.Chosen(Envelopes envelopes) -> ask(request, message.get(), envelopes);
      case Talk.Asked asked ->
          asked
              .envelopes()
              .flatMap(envelopes -> judge(request, asked, envelopes, message.get(), token.code()))
              .orElseGet(WindowsSignIn::refuse);
    };
  }

  private SignIn begin(Request request, NegotiationToken token) {
    ASN1ObjectIdentifier liked = token.mechanisms().getFirst();
    return kerberos
        .filter(_ -> NegotiationToken.KERBEROS.contains(liked))
        .map(known ->
            token
                .message()
                .flatMap(ticket -> known.attempt(request, liked, ticket))
                .orElseGet(WindowsSignIn::refuse))
        .orElseGet(() -> beginNtlm(request, token));
  }

  private SignIn beginNtlm(Request request, NegotiationToken token) {
    if (!token.mechanisms().contains(NegotiationToken.NTLM)) {
      return refuse();
    }
    boolean first = token.mechanisms().getFirst().equals(NegotiationToken.NTLM);
    Envelopes envelopes = new Envelopes(token, !first);
    if (first && token.message().isPresent()) {
      return NtlmMessage.read(token.message().get())
          .map(message -> ask(request, message, envelopes))
          .orElseGet(WindowsSignIn::refuse);
    }
    open.put(request.connection(), new Talk.Chosen(envelopes));
    return goOn(Authorization.NEGOTIATE, NegotiationToken.goOn(Optional.empty()));
  }

  private SignIn ask(Request request, NtlmMessage message, Envelopes envelopes) {
    return question(request, message, Optional.of(envelopes))
        .map(question ->
            goOn(Authorization.NEGOTIATE, NegotiationToken.goOn(Optional.of(question.bytes()))))
        .orElseGet(WindowsSignIn::refuse);
  }

  private Optional<SignIn> judge(
      Request request,
      Talk.Asked asked,
      Envelopes envelopes,
      NtlmMessage message,
      Optional<byte[]> code) {
    return proved(asked, message, request.channel())
        .filter(proof -> isProtected(proof, envelopes, code))
        .map(proof -> {
          Optional<byte[]> ours = code.map(_ -> proof.sign(NtlmSignature.OF_SERVER, envelopes));
          String token = Base64Text.of(NegotiationToken.done(ours));
          return new SignIn.Accepted(
              proof.user(), Optional.of(Authorization.NEGOTIATE + " " + token));
        });
  }

  private static boolean isProtected(Proof proof, Envelopes envelopes, Optional<byte[]> code) {
    return code.map(
            sent -> MessageDigest.isEqual(sent, proof.sign(NtlmSignature.OF_CLIENT, envelopes)))
        .orElse(!envelopes.codeDue());
  }

  /** The question to a client that offers what this server can do; it is open from now on. */
  private Optional<ChallengeMessage> question(
      Request request, NtlmMessage offer, Optional<Envelopes> envelopes) {
    if (offer.type() != NtlmMessage.NEGOTIATE
        || offer.length() < NEGOTIATE_BYTES
        || !NtlmFlags.has(offer.number(OFFER_AT), NtlmFlags.UNICODE | NtlmFlags.OEM)) {
      return Optional.empty();
    }
    byte[] challenge = new byte[ChallengeMessage.CHALLENGE_BYTES];
    random.nextBytes(challenge);
    ChallengeMessage question =
        ChallengeMessage.of(offer.number(OFFER_AT), challenge, names, clock.instant());
    open.put(request.connection(), new Talk.Asked(envelopes, offer, question));
    return Optional.of(question);
  }

  /** Who has proved himself, by which session key. */
  private static final class Proof {
    private final User user;
    private final byte[] sessionKey;
    private final int flags;

    Proof(User user, byte[] sessionKey, int flags) {
      this.user = user;
      this.sessionKey = sessionKey;
      this.flags = flags;
    }

    User user() {
      return user;
    }

    byte[] sign(NtlmSignature signature, Envelopes envelopes) {
      return signature.of(envelopes.offer(), sessionKey, flags);
    }
  }

  private Optional<Proof> proved(Talk.Asked asked, NtlmMessage message, Optional<Channel> channel) {
    return Optional.of(message)
        .filter(last -> last.type() == NtlmMessage.AUTHENTICATE)
        .flatMap(AuthenticateMessage::read)
        .filter(answer -> protection.admits(answer.avPairs(), channel))
        .flatMap(answer ->
            accounts
                .named(answer.domain(), answer.user())
                .filter(user -> user.standing() == Standing.GOOD)
                .filter(
                    user -> NtlmV2.proves(user.password(), asked.offer(), asked.question(), answer))
                .map(user ->
                    new Proof(
                        user,
                        NtlmV2.sessionKey(user.password(), asked.question(), answer),
                        answer.flags())));
  }

  private static SignIn goOn(String scheme, byte[] token) {
    return new SignIn.Refused(
        Pages.UNAUTHORIZED.with("WWW-Authenticate", scheme + " " + Base64Text.of(token)));
  }

  private static SignIn refuse() {
    Reply reply =
        Pages.UNAUTHORIZED
            .with("WWW-Authenticate", Authorization.NEGOTIATE)
            .with("WWW-Authenticate", Authorization.NTLM);
    return new SignIn.Refused(reply);
  }

  /** By connection; the oldest is forgotten when there are too many, for clients may not return. */
  private static final class OpenTalks {
    private final Map<String, Talk> talks = new LinkedHashMap<>();

    synchronized void put(String connection, Talk talk) {
      talks.remove(connection);
      if (talks.size() == OPEN_TALKS) {
        talks.remove(talks.keySet().iterator().next());
      }
      talks.put(connection, talk);
    }

    synchronized Optional<Talk> take(String connection) {
      return Optional.ofNullable(talks.remove(connection));
    }
  }
}
