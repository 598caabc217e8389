package io.lyncwatch.discovery.report;

import io.lyncwatch.discovery.tls.ServedCertificate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Something that is no longer as earlier runs of the same target showed it, old and new side by
 * side. A change is no fault: what is wrong with the new is a finding.
 */
public sealed interface Change {
  /** What has changed. */
  Kind kind();

  /** Of what: an endpoint, an account, a name at a resolver, an entry point. */
  String where();

  /** How it was, in words for people. */
  String before();

  /** How it is, likewise. */
  String after();

  /** What stands out between the two, a phrase for people each. */
  default List<String> remarks() {
    return List.of();
  }

  /** Whether something may be missed that was there before. */
  default boolean loses() {
    return false;
  }

  /** What can change. */
  enum Kind {
    /** The certificate of an endpoint. */
    CERTIFICATE,
    /** The pool that an account is homed on. */
    HOME_POOL,
    /** The addresses of a name. */
    ADDRESSES,
    /** The machines that answer at an entry point. */
    NODES;

    /** The word in metrics. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** What people read. */
    public String words() {
      return label().replace('_', ' ');
    }
  }

  /**
   * A certificate that an endpoint did not present before.
   *
   * @param where the endpoint
   * @param old what it stands in the place of
   * @param renewed the new one
   * @param lost the names that only the old one covers
   * @param won the names that only the new one covers
   */
  record Certificate(
      String where, ServedCertificate old, ServedCertificate renewed, Names lost, Names won)
      implements Change {
    private static final DateTimeFormatter DAY =
        DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);

    @Override
    public Kind kind() {
      return Kind.CERTIFICATE;
    }

    @Override
    public String before() {
      return words(old);
    }

    @Override
    public String after() {
      return words(renewed);
    }

    /** Whether another authority, or another certificate of it, signed the new one. */
    public boolean issuerChanged() {
      return !old.issuer().equals(renewed.issuer());
    }

    /** Whether the new one is for the key of the old one. */
    public boolean keyReused() {
      return old.keySha256().equals(renewed.keySha256());
    }

    @Override
    public boolean loses() {
      return !lost.isEmpty();
    }

    @Override
    public List<String> remarks() {
      List<String> remarks = new ArrayList<>();
      if (!lost.isEmpty()) {
        remarks.add("it no longer covers " + lost);
      }
      if (!won.isEmpty()) {
        remarks.add("it also covers " + won);
      }
      if (issuerChanged()) {
        remarks.add("another issuer");
      }
      remarks.add(keyReused() ? "the same key" : "a new key");
      return List.copyOf(remarks);
    }

    private static String words(ServedCertificate certificate) {
      return "%s, serial %s, by %s, valid from %s to %s, SHA-256 %s"
          .formatted(
              certificate.subject().isEmpty() ? "no subject" : certificate.subject(),
              certificate.serial(),
              certificate.issuer(),
              DAY.format(certificate.notBefore()),
              DAY.format(certificate.notAfter()),
              certificate.sha256());
    }
  }

  /**
   * The pool that an account is homed on.
   *
   * @param where the account
   */
  record HomePool(String where, String before, String after) implements Change {
    @Override
    public Kind kind() {
      return Kind.HOME_POOL;
    }
  }

  /**
   * Who or what belongs to something: the addresses of a name, the machines of an entry point.
   *
   * @param where the name and the resolver, or the entry point
   */
  record Members(Kind kind, String where, Names old, Names now) implements Change {
    @Override
    public String before() {
      return old.toString();
    }

    @Override
    public String after() {
      return now.toString();
    }
  }
}
