package io.lyncwatch.discovery.tls;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import javax.security.auth.x500.X500Principal;

/** The roots that chains may lead to. */
public final class Trust {
  private final Map<X500Principal, List<X509Certificate>> roots;

  private Trust(Collection<X509Certificate> roots) {
    this.roots =
        new LinkedHashSet<>(roots)
            .stream().collect(Collectors.groupingBy(X509Certificate::getSubjectX500Principal));
  }

  /** Exactly these roots. */
  public static Trust of(Collection<X509Certificate> roots) {
    return new Trust(roots);
  }

  /**
   * What an operator trusts.
   *
   * @param system whether to include the roots that this JVM trusts
   * @param files of certificates, PEM or DER
   * @throws IllegalArgumentException with a message for people that names the file and what is
   *     wrong with it
   */
  public static Trust of(boolean system, List<Path> files) {
    List<X509Certificate> roots = new ArrayList<>();
    if (system) {
      roots.addAll(systemRoots());
    }
    files.forEach(file -> roots.addAll(CertificateFile.read(file)));
    return new Trust(roots);
  }

  /** How many roots there are. */
  public int size() {
    return roots.values().stream().mapToInt(List::size).sum();
  }

  /** The roots that could have issued a certificate with this issuer's name. */
  List<X509Certificate> named(X500Principal issuer) {
    return roots.getOrDefault(issuer, List.of());
  }

  private static List<X509Certificate> systemRoots() {
    try {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      KeyStore systemStore = null;
      factory.init(systemStore);
      return Arrays.stream(factory.getTrustManagers())
          .filter(X509TrustManager.class::isInstance)
          .map(X509TrustManager.class::cast)
          .flatMap(manager -> Arrays.stream(manager.getAcceptedIssuers()))
          .toList();
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "the trusted roots of this JVM cannot be read: " + e.getMessage(), e);
    }
  }
}
