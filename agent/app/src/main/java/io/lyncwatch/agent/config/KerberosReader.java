package io.lyncwatch.agent.config;

import io.lyncwatch.discovery.auth.KerberosSettings;
import io.lyncwatch.discovery.auth.Realm;
import io.lyncwatch.discovery.auth.ServicePrincipal;
import io.lyncwatch.discovery.auth.UserName;
import io.lyncwatch.discovery.walk.SignInMethod;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads what Kerberos needs to know of an account. */
final class KerberosReader {
  private KerberosReader() {}

  /** What stands below {@code kerberos} in the file. */
  private record Told(Optional<String> realm, List<String> kdcs, Optional<ServicePrincipal> spn) {
    static final Told NOTHING = new Told(Optional.empty(), List.of(), Optional.empty());

    static Told read(Section section) {
      if (section.get("kdc").isEmpty()) {
        section.error(
            "'kdc' is missing: name the servers of the realm, such as [dc1.contoso.example]");
      }
      Told told =
          new Told(
              section.value("realm", Realm::name),
              section.values("kdc", Realm::server),
              section.value("spn", ServicePrincipal::parse));
      section.end();
      return told;
    }
  }

  /**
   * Empty if the account does without Kerberos.
   *
   * @param keytab of the account, if it has one
   */
  static Optional<KerberosSettings> read(
      Section account, Optional<UserName> user, SignInMethod method, Optional<Path> keytab) {
    Optional<Told> told = account.record("kerberos", Told::read);
    boolean wanted = told.isPresent() || keytab.isPresent() || method == SignInMethod.KERBEROS;
    if (!wanted || user.isEmpty()) {
      return Optional.empty();
    }
    if (keytab.isPresent() && method != SignInMethod.AUTO && method != SignInMethod.KERBEROS) {
      account.error("a keytab is for Kerberos only: leave 'sign-in' out, or give a password");
    }
    Told settings = told.orElse(Told.NOTHING);
    Optional<String> realm = settings.realm().or(() -> realmOf(account, user.get()));
    if (told.isEmpty()) {
      account.error(
          "Kerberos needs the servers of the realm: write kerberos: {kdc: [dc1.contoso.example]}");
    }
    if (settings.kdcs().isEmpty()) {
      return Optional.empty();
    }
    return realm.map(
        name -> new KerberosSettings(new Realm(name, settings.kdcs()), settings.spn(), keytab));
  }

  private static Optional<String> realmOf(Section account, UserName user) {
    Optional<String> realm = KerberosSettings.realmOf(user);
    if (realm.isEmpty()) {
      account.error(
          "Kerberos needs a realm, and '"
              + user
              + "' does not say it: write kerberos: {realm: CONTOSO.EXAMPLE}");
    }
    return realm;
  }
}
