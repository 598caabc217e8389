package io.lyncwatch.discovery.auth;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The client's side of NTLM over HTTP (MS-NLMP 3.1.5, RFC 4559) for one connection. NTLMv2 only:
 * what asks for less is refused. Nothing is signed or sealed after the handshake, so no key is
 * exchanged. Holds no state; safe for many threads.
 */
public final class NtlmHandshake {
  private static final int MIC_PRESENT = 0x2;
  private static final byte[] NO_BINDING = new byte[16];
  private static final byte[] NO_LM_RESPONSE = new byte[24];

  private final NtlmForm form;
  private final Credential credential;
  private final String targetName;
  private final InstantSource clock;
  private final RandomGenerator random;

  /**
   * @param form how its messages travel
   * @param host of the URL that asks for the sign-in; the service principal is {@code HTTP/<host>}
   * @param clock used only where the server does not tell its time
   * @param random gives the client's challenge; outside of tests a secure one
   */
  public NtlmHandshake(
      NtlmForm form,
      Credential credential,
      String host,
      InstantSource clock,
      RandomGenerator random) {
    this.form = form;
    this.credential = credential;
    this.targetName = "HTTP/" + host;
    this.clock = clock;
    this.random = random;
  }

  /** The first message, base64, to be sent after the scheme. It holds nothing of the account. */
  public String negotiate() {
    byte[] first = NtlmMessage.negotiate(form.offered());
    return Base64.getEncoder()
        .encodeToString(form.wrapped() ? Spnego.offer(Spnego.Mechanism.NTLM, first) : first);
  }

  /**
   * Answers the server's challenge.
   *
   * @param challenge the base64 text that came after the scheme; any text is survived
   * @param serverCertificate the leaf of the TLS connection, to which the answer is then bound;
   *     empty over plain http
   */
  public NtlmAnswer answer(String challenge, Optional<X509Certificate> serverCertificate) {
    return switch (NtlmChallenge.read(challenge, form)) {
      case NtlmChallenge.Unusable(String why) -> new NtlmAnswer.Refused(why);
      case NtlmChallenge.Usable usable ->
          new NtlmAnswer.Token(
              Base64.getEncoder()
                  .encodeToString(proof(usable, serverCertificate.flatMap(ChannelBinding::of))),
              ServerNames.of(usable.targetInfo()));
    };
  }

  private byte[] proof(NtlmChallenge.Usable challenge, Optional<ChannelBinding> binding) {
    Optional<byte[]> serverTime = challenge.targetInfo().get(TargetInfo.TIMESTAMP);
    byte[] key = Ntlmv2.responseKey(credential.user(), credential.password());
    byte[] nonce = new byte[8];
    random.nextBytes(nonce);
    byte[] clientChallenge =
        Ntlmv2.clientChallenge(
            serverTime.orElseGet(() -> Ntlmv2.timestamp(clock.instant())),
            nonce,
            bound(challenge.targetInfo(), serverTime.isPresent(), binding));
    byte[] proof = Ntlmv2.proof(key, challenge.serverChallenge(), clientChallenge);
    byte[] message =
        NtlmMessage.authenticate(
            challenge.flags() & form.offered(),
            credential.user(),
            serverTime.isPresent()
                ? NO_LM_RESPONSE
                : Ntlmv2.lmResponse(key, challenge.serverChallenge(), nonce),
            joined(proof, clientChallenge));
    byte[] sessionKey = Ntlmv2.sessionKey(key, proof);
    if (serverTime.isPresent()) {
      byte[] first = NtlmMessage.negotiate(form.offered());
      byte[] mic = Ntlmv2.hmac(sessionKey, first, challenge.message(), message);
      System.arraycopy(mic, 0, message, NtlmMessage.MIC_OFFSET, mic.length);
    }
    return form.wrapped() ? wrapped(message, challenge, sessionKey) : message;
  }

  /** Servers that check the MIC inside want the list of mechanisms signed, too (MS-SPNG). */
  private static byte[] wrapped(byte[] message, NtlmChallenge.Usable challenge, byte[] sessionKey) {
    boolean signs = (challenge.flags() & NtlmFlags.SIGN) != 0;
    return Spnego.reply(
        message,
        signs
            ? Optional.of(Ntlmv2.signature(sessionKey, Spnego.mechanisms(Spnego.Mechanism.NTLM)))
            : Optional.empty());
  }

  /** The server's pairs, and which service and TLS connection the answer is meant for. */
  private TargetInfo bound(
      TargetInfo fromServer, boolean withMic, Optional<ChannelBinding> binding) {
    TargetInfo flagged =
        withMic ? fromServer.withFlags(fromServer.flags() | MIC_PRESENT) : fromServer;
    return flagged
        .with(TargetInfo.CHANNEL_BINDINGS, binding.map(ChannelBinding::token).orElse(NO_BINDING))
        .with(TargetInfo.TARGET_NAME, targetName.getBytes(StandardCharsets.UTF_16LE));
  }

  private static byte[] joined(byte[] first, byte[] second) {
    return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
  }
}
