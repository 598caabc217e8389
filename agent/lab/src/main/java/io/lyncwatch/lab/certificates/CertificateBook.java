package io.lyncwatch.lab.certificates;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Which certificate one listener presents: by the name that the client asks for (SNI, RFC 6066 3),
 * else a standard one. Changed by faults before the listener opens.
 */
public final class CertificateBook {
  private CertificateOrder standard;
  private final Map<String, CertificateOrder> byName = new LinkedHashMap<>();

  /** A listener that presents one certificate to everybody. */
  public CertificateBook(CertificateOrder standard) {
    this.standard = standard;
    add(standard);
  }

  /** A further certificate, for clients that ask for one of the names that no other one serves. */
  public void add(CertificateOrder order) {
    order.names().forEach(name -> byName.putIfAbsent(name, order));
  }

  /** Whether a certificate of this listener is meant for a name. */
  public boolean serves(String name) {
    return byName.containsKey(name);
  }

  /**
   * Gives one name a certificate of its own, if it has none yet, and changes that. Its first name
   * is the listener's main one, so that it does not run out of names.
   */
  public void change(String name, UnaryOperator<CertificateOrder> change) {
    CertificateOrder shared = byName.getOrDefault(name, standard);
    boolean alone = byName.values().stream().filter(shared::equals).count() <= 1;
    CertificateOrder own = alone ? shared : aloneFor(name, shared);
    CertificateOrder changed = change.apply(own);
    byName.put(name, changed);
    if (own.equals(standard)) {
      standard = changed;
    }
  }

  /** Changes what clients get that ask for no name, or for an unknown one. */
  public void changeStandard(UnaryOperator<CertificateOrder> change) {
    standard = change.apply(standard);
  }

  /** Changes every certificate of this listener. */
  public void changeAll(UnaryOperator<CertificateOrder> change) {
    standard = change.apply(standard);
    byName.replaceAll((name, order) -> change.apply(order));
  }

  /** A further book with the same certificates, which can be changed by itself. */
  public CertificateBook copy() {
    CertificateBook copy = new CertificateBook(standard);
    copy.byName.clear();
    copy.byName.putAll(byName);
    return copy;
  }

  private static CertificateOrder aloneFor(String name, CertificateOrder shared) {
    return shared.named(Stream.of(shared.names().getFirst(), name).distinct().toList());
  }

  CertificateOrder standard() {
    return standard;
  }

  Map<String, CertificateOrder> byName() {
    return Map.copyOf(byName);
  }
}
