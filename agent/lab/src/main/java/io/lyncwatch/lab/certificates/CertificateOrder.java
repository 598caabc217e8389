package io.lyncwatch.lab.certificates;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a leaf certificate is to say, and how it is presented.
 *
 * @param names DNS names of the SAN extension; the first is the common name too
 * @param maker who signs it
 * @param strength of its key and signature
 * @param company what is presented with it
 * @param forClients whether it says that it is for clients only, RFC 5280 4.2.1.12
 */
public record CertificateOrder(
    List<String> names,
    Instant notBefore,
    Instant notAfter,
    Maker maker,
    Strength strength,
    Company company,
    boolean forClients) {

  /** Who signs a certificate. */
  public enum Maker {
    /** The company's authority. */
    AUTHORITY,
    /** An authority that nobody here knows. */
    STRANGER,
    /** Its own key. */
    ITSELF
  }

  /** What a key is, and what signs. */
  public enum Strength {
    /** As it should be. */
    USUAL,
    /** A key of 1024 bits. */
    RSA_1024,
    /** A signature with SHA-1. */
    SHA_1,
    /** A key on the curve Ed25519, which hardly any client takes. */
    CURVE
  }

  /** What a leaf is presented with. */
  public enum Company {
    /** The intermediate above it. */
    INTERMEDIATE,
    /** Nothing. */
    NOBODY,
    /** The root and then the intermediate, the wrong way round. */
    DISORDERED
  }

  /** Copies the names, of which there must be one. */
  public CertificateOrder {
    names = List.copyOf(names);
    if (names.isEmpty()) {
      throw new IllegalArgumentException("a certificate needs a name");
    }
  }

  /** A good one, presented with the intermediate above it. */
  public CertificateOrder(List<String> names, Instant notBefore, Instant notAfter) {
    this(names, notBefore, notAfter, Maker.AUTHORITY, Strength.USUAL, Company.INTERMEDIATE, false);
  }

  /** The same for other names. */
  public CertificateOrder named(List<String> others) {
    return new CertificateOrder(others, notBefore, notAfter, maker, strength, company, forClients);
  }

  /** The same without one name. */
  public CertificateOrder without(String name) {
    List<String> fewer = new ArrayList<>(names);
    fewer.remove(name);
    return named(fewer);
  }

  /** The same, but valid at other times. */
  public CertificateOrder valid(Instant from, Instant to) {
    return new CertificateOrder(names, from, to, maker, strength, company, forClients);
  }

  /** The same, but signed by somebody else. */
  public CertificateOrder by(Maker other) {
    return new CertificateOrder(names, notBefore, notAfter, other, strength, company, forClients);
  }

  /** The same, but of another strength. */
  public CertificateOrder of(Strength other) {
    return new CertificateOrder(names, notBefore, notAfter, maker, other, company, forClients);
  }

  /** The same, but presented with something else. */
  public CertificateOrder with(Company other) {
    return new CertificateOrder(names, notBefore, notAfter, maker, strength, other, forClients);
  }

  /** The same, but for clients only. */
  public CertificateOrder onlyForClients() {
    return new CertificateOrder(names, notBefore, notAfter, maker, strength, company, true);
  }
}
