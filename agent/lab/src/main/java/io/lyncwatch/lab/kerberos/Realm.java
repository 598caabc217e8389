package io.lyncwatch.lab.kerberos;

import io.lyncwatch.lab.directory.User;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.apache.kerby.kerberos.kerb.KrbException;
import org.apache.kerby.kerberos.kerb.crypto.EncryptionHandler;
import org.apache.kerby.kerberos.kerb.type.base.EncryptionKey;
import org.apache.kerby.kerberos.kerb.type.base.EncryptionType;

/**
 * Who is known to the realm, and by which key. Safe for many threads. A key is made when it is
 * first needed, so that a realm that nobody asks costs nothing.
 */
public final class Realm {
  /** What everybody has a key of, the best first; Windows has had both since 2008. */
  static final List<EncryptionType> ENCRYPTION =
      List.of(EncryptionType.AES256_CTS_HMAC_SHA1_96, EncryptionType.AES128_CTS_HMAC_SHA1_96);

  private static final String TICKETS = "krbtgt/";
  private static final String SERVICE = "HTTP/";

  private final String name;
  private final Map<String, User> accounts;
  private final Set<String> services;
  private final RandomGenerator random;
  private final Map<String, List<EncryptionKey>> keys = new ConcurrentHashMap<>();

  /**
   * A realm for the accounts of one Windows domain.
   *
   * @param dnsDomain of the Active Directory; in capitals it is the realm's name
   * @param accounts by their names in the domain
   * @param hosts names that web servers have service principals for, lower case
   * @param random makes the keys of services
   */
  public Realm(
      String dnsDomain,
      Collection<User> accounts,
      Collection<String> hosts,
      RandomGenerator random) {
    this.name = dnsDomain.toUpperCase(Locale.ROOT);
    this.accounts =
        accounts.stream()
            .collect(Collectors.toMap(this::principal, account -> account, (one, _) -> one));
    this.services =
        hosts.stream().map(host -> principal(SERVICE + host)).collect(Collectors.toSet());
    this.random = random;
  }

  /** For example {@code CORP.CONTOSO.EXAMPLE}. */
  public String name() {
    return name;
  }

  /** How the realm calls an account. */
  public String principal(User account) {
    return principal(account.name());
  }

  private String principal(String local) {
    return local + "@" + name;
  }

  /** Whether it has such an account. */
  public boolean knows(User account) {
    return account.equals(accounts.get(principal(account)));
  }

  /** The keys of an account, as a file that Kerberos programs sign in with. */
  public byte[] keytab(User account) {
    String principal = principal(account);
    return Keytab.of(account.name(), name, keys(principal).orElseThrow());
  }

  /**
   * What a web server makes of tickets.
   *
   * @param hosts the names that it has service principals for, lower case
   */
  public Acceptor acceptor(Set<String> hosts) {
    return new Acceptor(
        this, hosts.stream().map(host -> principal(SERVICE + host)).collect(Collectors.toSet()));
  }

  Optional<User> account(String principal) {
    return Optional.ofNullable(accounts.get(principal));
  }

  /** The keys of an account, a service, or the realm itself; empty if there is no such name. */
  Optional<List<EncryptionKey>> keys(String principal) {
    User account = accounts.get(principal);
    if (account != null) {
      return Optional.of(keys.computeIfAbsent(principal, known -> ofPassword(known, account)));
    }
    return services.contains(principal) || principal.equals(principal(TICKETS + name))
        ? Optional.of(keys.computeIfAbsent(principal, _ -> atRandom()))
        : Optional.empty();
  }

  private static List<EncryptionKey> ofPassword(String principal, User account) {
    return ENCRYPTION.stream()
        .map(type -> {
          try {
            return EncryptionHandler.string2Key(principal, account.password(), type);
          } catch (KrbException e) {
            throw new IllegalStateException("no key of " + type, e);
          }
        })
        .toList();
  }

  private List<EncryptionKey> atRandom() {
    return ENCRYPTION.stream()
        .map(type -> {
          try {
            byte[] seed = new byte[EncryptionHandler.getEncHandler(type).keyInputSize()];
            random.nextBytes(seed);
            return EncryptionHandler.random2Key(type, seed);
          } catch (KrbException e) {
            throw new IllegalStateException("no key of " + type, e);
          }
        })
        .toList();
  }
}
