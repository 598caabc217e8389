package io.lyncwatch.agent.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lyncwatch.agent.config.SocketAddresses;
import io.lyncwatch.lab.Lab;
import io.lyncwatch.lab.certificates.TlsLevel;
import io.lyncwatch.lab.certificates.UserCertificate;
import io.lyncwatch.lab.directory.Standing;
import io.lyncwatch.lab.directory.User;
import io.lyncwatch.lab.dns.View;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * What an agent needs to look at a lab, as files: the root certificate, a file for each password,
 * certificates and keytabs for users of the main SIP domain, and a configuration that names them.
 *
 * @param certificates for each user a {@code .p12} under the user's password, and the same as a
 *     pair of {@code .pem} and {@code .key}
 * @param keytabs for each user a {@code .keytab}
 */
public record LabFiles(
    Path root, Path passwords, Path certificates, Path keytabs, Path configuration) {
  private static final String MARK = "# Written by a lab, and written anew at its next start.";
  private static final int DNS_PORT = 53;
  private static final int KERBEROS_PORT = 88;
  private static final String PROGRAM = "program";
  private static final String SHARED_POOLS = "contoso.example";

  /**
   * Writes them; passwords are readable by their owner only.
   *
   * @param accounts who signs in
   * @param listen where the agent listens
   * @throws IOException with a message for people; also if there is a configuration of somebody's
   *     own
   */
  public static LabFiles write(Lab lab, Path directory, List<User> accounts, String listen)
      throws IOException {
    Path configuration = directory.resolve("lyncwatch.yml");
    if (Files.exists(configuration) && !Files.readString(configuration).startsWith(MARK)) {
      throw new IOException(
          configuration + " exists and is not a lab's; name another directory for the lab's files");
    }
    Path passwords = Files.createDirectories(directory.resolve("passwords"));
    Path root = Files.writeString(directory.resolve("root.pem"), lab.rootPem());
    for (User user : lab.users()) {
      writeSecret(passwords.resolve(user.address()), (user.password() + "\n").getBytes(UTF_8));
    }
    if (lab.loginUrl().isPresent()) {
      writeSecret(passwords.resolve(PROGRAM), (lab.program().secret() + "\n").getBytes(UTF_8));
    }
    Path certificates = Files.createDirectories(directory.resolve("certificates"));
    Path keytabs = Files.createDirectories(directory.resolve("keytabs"));
    for (User user : accounts) {
      if (user.address().endsWith("@" + lab.sipDomains().getFirst())) {
        writeCertificate(lab, user, certificates);
      }
      if (lab.realm().knows(user)) {
        writeSecret(keytabs.resolve(user.address() + ".keytab"), lab.realm().keytab(user));
      }
    }
    Files.writeString(configuration, configuration(lab, accounts, listen));
    return new LabFiles(
        root.toAbsolutePath(),
        passwords.toAbsolutePath(),
        certificates.toAbsolutePath(),
        keytabs.toAbsolutePath(),
        configuration.toAbsolutePath());
  }

  /** The users who can sign in when nothing is broken: let in, enabled, and with a home pool. */
  public static List<User> everybody(Lab lab) {
    return lab.users().stream()
        .filter(user -> user.standing() == Standing.GOOD)
        .filter(user -> user.enabled() && user.pool().isPresent())
        .toList();
  }

  private static void writeCertificate(Lab lab, User user, Path directory) throws IOException {
    UserCertificate certificate = lab.certificate(user);
    String name = user.address();
    Files.writeString(directory.resolve(name + ".pem"), certificate.chainPem());
    writeSecret(directory.resolve(name + ".key"), certificate.keyPem().getBytes(UTF_8));
    writeSecret(directory.resolve(name + ".p12"), certificate.pkcs12(user.password()));
  }

  private static void writeSecret(Path file, byte[] secret) throws IOException {
    Files.deleteIfExists(file);
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.write(file, secret);
  }

  private static String configuration(Lab lab, List<User> accounts, String listen) {
    StringBuilder yaml = new StringBuilder();
    yaml.append(MARK).append('\n');
    yaml.append("vantage: lab\n");
    yaml.append("listen: ").append(listen).append('\n');
    yaml.append("resolvers:\n");
    resolvers(yaml, "inside", lab.nameServers(View.INTERNAL), "internal");
    resolvers(yaml, "outside", lab.nameServers(View.EXTERNAL), "external");
    yaml.append("trust: {system: false, roots: [root.pem]}\n");
    yaml.append(
        "connect-to: [\":443::%d\", \":80::%d\", \":5061::%d\"]\n"
            .formatted(lab.httpsPort(), lab.httpPort(), lab.sipPort()));
    if (lab.tls() == TlsLevel.TLS_1_0) {
      yaml.append("tls-minimum: \"1.0\"\n");
    }
    yaml.append("state-directory: state\n");
    yaml.append(
        "# Short, so that there is something to see soon; leave them out for real servers.\n");
    yaml.append("intervals: {dns: 10s, entry: 10s, sign-in: 10s, certificate: 10s, recheck: 5s}\n");
    yaml.append(
        """
        # Take the # before kerberos away to sign in with Kerberos; with a line
        # keytab: keytabs/alice@contoso.example.keytab in the place of password, without one.
        """);
    yaml.append("domains:\n");
    for (String domain : lab.sipDomains()) {
      yaml.append("  - domain: ").append(domain).append('\n');
      if (lab.manualDomains().contains(domain)) {
        yaml.append("    discovery:\n");
        manualUrl(yaml, "internal", lab.manualHostInside());
        manualUrl(yaml, "external", lab.manualHostOutside());
      }
      List<String> trusted = trusted(lab, domain);
      if (!trusted.isEmpty()) {
        yaml.append("    trusted-domains: " + trusted + "\n");
      }
      accounts(yaml, lab, domain, accounts);
    }
    return yaml.toString();
  }

  /**
   * The servers have their names in one SIP domain; the others have to say that it is theirs, and
   * all of them whom their users are sent to.
   */
  private static List<String> trusted(Lab lab, String domain) {
    List<String> trusted = new ArrayList<>(List.of(SHARED_POOLS));
    trusted.remove(domain);
    trusted.addAll(lab.foreignZones());
    return trusted;
  }

  /** The first by that name, the others with a number behind it. */
  private static void resolvers(
      StringBuilder yaml, String name, List<InetSocketAddress> addresses, String view) {
    for (int i = 0; i < addresses.size(); i++) {
      yaml.append(
          "  - {name: %s, address: \"%s\", view: %s}\n"
              .formatted(
                  i == 0 ? name : name + (i + 1),
                  SocketAddresses.print(addresses.get(i), DNS_PORT),
                  view));
    }
  }

  private static void manualUrl(StringBuilder yaml, String side, String host) {
    yaml.append(
        "      %s: https://%s/Autodiscover/autodiscoverservice.svc/Root\n".formatted(side, host));
  }

  private static void accounts(StringBuilder yaml, Lab lab, String domain, List<User> accounts) {
    List<User> here =
        accounts.stream().filter(user -> user.address().endsWith("@" + domain)).toList();
    if (here.isEmpty()) {
      return;
    }
    yaml.append("    accounts:\n");
    for (User user : here) {
      yaml.append(
          """
                - name: %s
                  address: %s
                  username: '%s\\%s'
                  password: {file: passwords/%s}
                  spacing: 1s
          """
              .formatted(user.name(), user.address(), user.domain(), user.name(), user.address()));
      lab.loginUrl()
          .ifPresent(url ->
              yaml.append(
                  """
                          oauth: {authority: %s, client-id: %s, client-secret: {file: passwords/%s}}
                  """
                      .formatted(url, lab.program().id(), PROGRAM)));
      if (lab.realm().knows(user)) {
        yaml.append(
            """
                    # kerberos: {realm: %s, kdc: ["%s"]}
            """
                .formatted(lab.realm().name(), SocketAddresses.print(lab.kdc(), KERBEROS_PORT)));
      }
    }
  }
}
