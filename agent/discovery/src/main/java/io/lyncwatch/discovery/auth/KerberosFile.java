package io.lyncwatch.discovery.auth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.security.auth.login.LoginException;
import javax.security.sasl.SaslException;

/**
 * The one file of settings that Java's Kerberos reads. It is a matter of the whole process, as that
 * implementation is, and it grows with the realms and services that sign-ins need: nobody has to
 * write it or to set a system property. Names that are resolved while this file says what they mean
 * are resolved under its lock, so that accounts of several realms don't get in each other's way.
 */
final class KerberosFile {
  private static final String PROPERTY = "java.security.krb5.conf";
  private static final int MOST_HOSTS = 500;
  private static final String HOST = "[a-z0-9][a-z0-9.-]*";

  private static final KerberosFile ONLY = new KerberosFile();

  private final Map<String, String> realms = new LinkedHashMap<>();
  private final Map<String, String> hosts = new LinkedHashMap<>();
  private String written = "";

  /** What resolves names. */
  @FunctionalInterface
  interface Naming<T> {
    T resolve() throws SaslException;
  }

  private KerberosFile() {}

  static KerberosFile ofThisProcess() {
    return ONLY;
  }

  /** Makes known at which server a realm is asked. */
  synchronized void know(String realm, String kdc) throws IOException {
    realms.put(realm, kdc);
    write();
  }

  /** Does something, without any network, that takes a host to be of a realm. */
  synchronized <T> T where(String host, String realm, Naming<T> naming) throws IOException {
    if (host.matches(HOST)) {
      if (hosts.size() >= MOST_HOSTS) {
        hosts.clear();
      }
      hosts.put(host, realm);
    }
    write();
    return naming.resolve();
  }

  private void write() throws IOException {
    String text = text();
    if (text.equals(written)) {
      return;
    }
    Path file = Files.createTempFile("lyncwatch-krb5-", ".conf");
    try {
      Files.writeString(file, text);
      System.setProperty(PROPERTY, file.toString());
      reread();
      written = text;
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /**
   * Java offers nothing else for it: its login module reads the file anew before it looks for a
   * key, of which there is none.
   */
  private static void reread() {
    try {
      KerberosLogin.context(
              "nobody@NOWHERE",
              Map.of(
                  "refreshKrb5Config", "true",
                  "isInitiator", "false",
                  "storeKey", "true",
                  "doNotPrompt", "true",
                  "useKeyTab", "true",
                  "keyTab", "/nonexistent"))
          .login();
    } catch (LoginException asExpected) {
      // nobody has no key
    }
  }

  /**
   * TCP only, for tickets of Windows do not fit into a datagram; one server and one try, within
   * what a stage may take; names as URLs have them, never what some DNS server makes of them; and
   * one form of the account's name, so that a wrong password is never sent in a second one.
   */
  private String text() {
    StringBuilder text = new StringBuilder();
    text.append(
        """
        [libdefaults]
        udp_preference_limit = 1
        kdc_timeout = 4000
        max_retries = 1
        dns_canonicalize_hostname = false
        dns_lookup_realm = false
        dns_lookup_kdc = false
        canonicalize = false
        """);
    realms.keySet().stream()
        .findFirst()
        .ifPresent(first -> text.append("default_realm = ").append(first).append('\n'));
    text.append("[realms]\n");
    realms.forEach(
        (realm, kdc) -> text.append(realm).append(" = {\nkdc = ").append(kdc).append("\n}\n"));
    text.append("[domain_realm]\n");
    hosts.forEach((host, realm) -> text.append(host).append(" = ").append(realm).append('\n'));
    return text.toString();
  }
}
