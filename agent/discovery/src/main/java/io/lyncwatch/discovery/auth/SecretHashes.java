package io.lyncwatch.discovery.auth;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Hashes secrets slowly enough that a stolen file is of little use: PBKDF2 with HMAC-SHA-256 (RFC
 * 8018). That takes milliseconds, so the last hash of each account is kept as long as its secret
 * does not change.
 */
final class SecretHashes {
  private static final int ROUNDS = 20_000;
  private static final int BITS = 256;

  private final ConcurrentMap<String, Hashed> lastOfAccount = new ConcurrentHashMap<>();

  private record Hashed(Secret secret, String hash) {}

  /**
   * The hash in hexadecimal.
   *
   * @param account what the salt belongs to
   */
  String hash(String account, byte[] salt, Secret secret) {
    return lastOfAccount
        .compute(
            account,
            (name, last) ->
                last != null && last.secret().equals(secret)
                    ? last
                    : new Hashed(secret, slowly(salt, secret)))
        .hash();
  }

  private static String slowly(byte[] salt, Secret secret) {
    PBEKeySpec key = new PBEKeySpec(secret.reveal().toCharArray(), salt, ROUNDS, BITS);
    try {
      byte[] hash =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(key).getEncoded();
      return HexFormat.of().formatHex(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime cannot compute PBKDF2", e);
    } finally {
      key.clearPassword();
    }
  }
}
