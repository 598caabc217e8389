package io.lyncwatch.lab.ticket;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The client's answer, NTLM's type 3 (MS-NLMP 2.2.1.3), if it is an answer of NTLMv2 (2.2.2.8): a
 * proof of 16 bytes and the client's own challenge, which holds what the client made of the
 * server's target information.
 */
final class AuthenticateMessage {
  private static final int NT_RESPONSE_AT = 20;
  private static final int DOMAIN_AT = 28;
  private static final int USER_AT = 36;
  private static final int SESSION_KEY_AT = 52;
  private static final int[] FIELDS_AT = {
    12, NT_RESPONSE_AT, DOMAIN_AT, USER_AT, 44, SESSION_KEY_AT
  };
  private static final int FLAGS_AT = 60;
  private static final int SHORTEST = 64;
  private static final int MIC_AT = 72;
  private static final int MIC_END = 88;

  private static final int PROOF_BYTES = 16;
  private static final int AV_PAIRS_AT = PROOF_BYTES + 28;

  private final NtlmMessage message;
  private final byte[] response;
  private final AvPairs avPairs;

  private AuthenticateMessage(NtlmMessage message, byte[] response, AvPairs avPairs) {
    this.message = message;
    this.response = response;
    this.avPairs = avPairs;
  }

  /** Empty if it is malformed, anonymous, or answers with NTLMv1 or LM only. */
  static Optional<AuthenticateMessage> read(NtlmMessage message) {
    boolean wellFormed =
        message.length() >= SHORTEST
            && IntStream.of(FIELDS_AT).allMatch(message::holdsField)
            && !NtlmFlags.has(message.number(FLAGS_AT), NtlmFlags.ANONYMOUS);
    return wellFormed
        ? read(message, message.field(NT_RESPONSE_AT))
            .filter(answer -> !answer.avPairs.announceMic() || message.length() >= MIC_END)
        : Optional.empty();
  }

  private static Optional<AuthenticateMessage> read(NtlmMessage message, byte[] response) {
    boolean ntlmV2 =
        response.length > AV_PAIRS_AT
            && response[PROOF_BYTES] == 1
            && response[PROOF_BYTES + 1] == 1;
    return ntlmV2
        ? AvPairs.read(Arrays.copyOfRange(response, AV_PAIRS_AT, response.length))
            .map(avPairs -> new AuthenticateMessage(message, response, avPairs))
        : Optional.empty();
  }

  String domain() {
    return message.textField(DOMAIN_AT, charset());
  }

  String user() {
    return message.textField(USER_AT, charset());
  }

  private Charset charset() {
    return NtlmFlags.charset(flags());
  }

  int flags() {
    return message.number(FLAGS_AT);
  }

  byte[] proof() {
    return Arrays.copyOf(response, PROOF_BYTES);
  }

  byte[] clientChallenge() {
    return Arrays.copyOfRange(response, PROOF_BYTES, response.length);
  }

  /** What the client confirms and adds, covered by the proof. */
  AvPairs avPairs() {
    return avPairs;
  }

  /** The session key under the key exchange key; empty if the client does not exchange keys. */
  Optional<byte[]> encryptedSessionKey() {
    return NtlmFlags.has(message.number(FLAGS_AT), NtlmFlags.KEY_EXCHANGE)
        ? Optional.of(message.field(SESSION_KEY_AT)).filter(key -> key.length > 0)
        : Optional.empty();
  }

  byte[] mic() {
    return message.slice(MIC_AT, MIC_END);
  }

  byte[] bytesWithoutMic() {
    byte[] bytes = message.bytes();
    Arrays.fill(bytes, MIC_AT, MIC_END, (byte) 0);
    return bytes;
  }
}
