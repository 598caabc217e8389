package io.lyncwatch.lab.ticket;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.bouncycastle.crypto.digests.MD4Digest;
import org.bouncycastle.crypto.engines.RC4Engine;
import org.bouncycastle.crypto.params.KeyParameter;

/** The arithmetic of NTLMv2 on the server's side (MS-NLMP 3.3.2 and 3.2.5.1.2). */
final class NtlmV2 {
  private NtlmV2() {}

  /** Whether the client knows the password, and nobody altered the three messages underway. */
  static boolean proves(
      String password, NtlmMessage offer, ChallengeMessage question, AuthenticateMessage answer) {
    byte[] key = responseKey(answer.user(), answer.domain(), password);
    byte[] proof = proof(key, question.challenge(), answer.clientChallenge());
    return MessageDigest.isEqual(proof, answer.proof())
        && (!answer.avPairs().announceMic()
            || MessageDigest.isEqual(
                mic(sessionKey(sessionBaseKey(key, proof), answer), offer, question, answer),
                answer.mic()));
  }

  /**
   * NTOWFv2. The domain counts as the client wrote it, the user in capitals; Windows makes them one
   * character at a time, so that sharp s stays as it is.
   */
  static byte[] responseKey(String user, String domain, String password) {
    StringBuilder capitals = new StringBuilder();
    user.chars().map(Character::toUpperCase).forEach(letter -> capitals.append((char) letter));
    return Hmac.MD5.of(md4(unicode(password)), unicode(capitals + domain));
  }

  /** NTProofStr. */
  static byte[] proof(byte[] responseKey, byte[] serverChallenge, byte[] clientChallenge) {
    return Hmac.MD5.of(responseKey, serverChallenge, clientChallenge);
  }

  /** SessionBaseKey, which with NTLMv2 is the key exchange key too. */
  static byte[] sessionBaseKey(byte[] responseKey, byte[] proof) {
    return Hmac.MD5.of(responseKey, proof);
  }

  /** The session key of an answer that proves to know the password. */
  static byte[] sessionKey(String password, ChallengeMessage question, AuthenticateMessage answer) {
    byte[] key = responseKey(answer.user(), answer.domain(), password);
    byte[] proof = proof(key, question.challenge(), answer.clientChallenge());
    return sessionKey(sessionBaseKey(key, proof), answer);
  }

  private static byte[] sessionKey(byte[] exchangeKey, AuthenticateMessage answer) {
    return answer.encryptedSessionKey().map(key -> rc4(exchangeKey, key)).orElse(exchangeKey);
  }

  private static byte[] mic(
      byte[] sessionKey, NtlmMessage offer, ChallengeMessage question, AuthenticateMessage answer) {
    return Hmac.MD5.of(sessionKey, offer.bytes(), question.bytes(), answer.bytesWithoutMic());
  }

  static byte[] rc4(byte[] key, byte[] text) {
    RC4Engine engine = new RC4Engine();
    engine.init(false, new KeyParameter(key));
    byte[] result = new byte[text.length];
    engine.processBytes(text, 0, text.length, result, 0);
    return result;
  }

  private static byte[] md4(byte[] text) {
    MD4Digest digest = new MD4Digest();
    digest.update(text, 0, text.length);
    byte[] hash = new byte[digest.getDigestSize()];
    digest.doFinal(hash, 0);
    return hash;
  }

  private static byte[] unicode(String text) {
    return text.getBytes(StandardCharsets.UTF_16LE);
  }
}
