package io.lyncwatch.discovery.auth;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * What Kerberos needs to know of an account beside its name and secret.
 *
 * @param realm where it lives
 * @param service whom its tickets are for, if not {@code HTTP/} and the host of the URL
 * @param keytab the file that holds its keys, if it has them in place of a password
 */
public record KerberosSettings(
    Realm realm, Optional<ServicePrincipal> service, Optional<Path> keytab) {

  /** The realm that a user name says by itself: that of {@code user@domain}, in capitals. */
  public static Optional<String> realmOf(UserName user) {
    int at = user.name().lastIndexOf('@');
    return at < 0
        ? Optional.empty()
        : Optional.of(user.name().substring(at + 1).toUpperCase(Locale.ROOT));
  }

  /**
   * Who signs in, as the realm knows it: the name of the account, whatever stands behind it. A UPN
   * whose suffix is not the realm would be asked for as an enterprise name (RFC 6806, section 5),
   * which Java's login cannot: it makes ordinary names only.
   */
  String principal(UserName user) {
    return user.name().replaceFirst("@.*", "") + "@" + realm.name();
  }

  /** Whom a ticket for a host is for. */
  public ServicePrincipal service(String host) {
    return service.orElseGet(() -> ServicePrincipal.ofHost(host));
  }
}
