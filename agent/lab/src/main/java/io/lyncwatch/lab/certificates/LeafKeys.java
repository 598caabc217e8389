package io.lyncwatch.lab.certificates;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.concurrent.CompletableFuture;

/**
 * The keys of leaves. They share one RSA key, because making one is most of the lab's start-up
 * time; only who orders a weak one gets one made for it.
 */
final class LeafKeys {
  /** Made on another thread while the authorities come into being. */
  private final CompletableFuture<KeyPair> usual =
      CompletableFuture.supplyAsync(() -> generate("RSA"));

  KeyPair of(CertificateOrder.Strength strength) {
    return switch (strength) {
      case USUAL, SHA_1 -> usual.join();
      case RSA_1024 -> rsa(1024);
      case CURVE -> generate("Ed25519");
    };
  }

  /** A key of usual strength. */
  static KeyPair generate(String algorithm) {
    return switch (algorithm) {
      case "RSA" -> rsa(2048);
      case "EC" ->
          make(algorithm, generator -> generator.initialize(new ECGenParameterSpec("secp256r1")));
      default -> make(algorithm, generator -> {});
    };
  }

  private static KeyPair rsa(int bits) {
    return make("RSA", generator -> generator.initialize(bits));
  }

  private interface Settings {
    void apply(KeyPairGenerator generator) throws GeneralSecurityException;
  }

  private static KeyPair make(String algorithm, Settings settings) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      settings.apply(generator);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot make a key of type " + algorithm, e);
    }
  }
}
