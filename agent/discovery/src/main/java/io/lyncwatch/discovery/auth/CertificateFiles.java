package io.lyncwatch.discovery.auth;

import io.lyncwatch.discovery.tls.ClientCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the certificate of an account and its key are: one file of PKCS#12, or two in PEM. Read
 * anew for each use. As a secret they are the key and the chain themselves, so that another of
 * these counts as another secret, and the same ones in a file that was written anew do not.
 *
 * @param certificate PKCS#12 if there is no key beside it, else a chain in PEM, the leaf first
 * @param key in PEM
 * @param password of the key
 */
public record CertificateFiles(
    Path certificate, Optional<Path> key, Optional<SecretSource> password) implements SecretSource {
  private static final long LARGEST = 1 << 20;

  /** What came of reading them. */
  public sealed interface Loaded {
    /** They can be shown. */
    record Usable(ClientCertificate certificate) implements Loaded {}

    /**
     * They cannot.
     *
     * @param source which file, for people
     * @param why quotes nothing of it
     */
    record Unusable(String source, String why) implements Loaded {}
  }

  @Override
  public Reading read() {
    return switch (load()) {
      case Loaded.Usable(var own) -> new Reading.Available(new Secret(own.digest()));
      case Loaded.Unusable(String source, String why) -> new Reading.Unreadable(source, why);
    };
  }

  /** Reads both, and whether they belong together. */
  public Loaded load() {
    Optional<Reading> phrase = password.map(SecretSource::read);
    if (phrase.isPresent() && phrase.get() instanceof Reading.Unreadable(var source, var why)) {
      return new Loaded.Unusable(source, why);
    }
    Optional<Secret> secret = phrase.map(reading -> ((Reading.Available) reading).secret());
    Path reading = certificate;
    try {
      byte[] chain = bytes(certificate);
      if (key.isEmpty()) {
        return new Loaded.Usable(ClientCertificate.ofPkcs12(chain, text(secret)));
      }
      reading = key.get();
      return new Loaded.Usable(
          ClientCertificate.ofPem(chain, bytes(reading), secret.map(Secret::reveal)));
    } catch (IOException e) {
      return new Loaded.Unusable(reading.toString(), why(e));
    } catch (IllegalArgumentException e) {
      return new Loaded.Unusable(reading.toString(), String.valueOf(e.getMessage()));
    }
  }

  private static String text(Optional<Secret> secret) {
    return secret.map(Secret::reveal).orElse("");
  }

  private static byte[] bytes(Path file) throws IOException {
    if (Files.size(file) > LARGEST) {
      throw new IllegalArgumentException("is too large for a certificate");
    }
    return Files.readAllBytes(file);
  }

  private static String why(IOException e) {
    return e instanceof NoSuchFileException
        ? "does not exist"
        : "cannot be read: " + e.getClass().getSimpleName();
  }
}
