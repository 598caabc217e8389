package io.lyncwatch.agent.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.lab.Lab;
import io.lyncwatch.lab.LabSettings;
import io.lyncwatch.lab.TopologyKind;
import io.lyncwatch.lab.certificates.UserCertificate;
import io.lyncwatch.lab.directory.User;
import io.lyncwatch.lab.ticket.ExtendedProtection;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.Lookup;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/** Whether the lab is right about who may sign in, by clients that nobody of this project wrote. */
@Timeout(120)
class LabSignInTest {
  private static final String TICKET = "/WebTicket/WebTicketService.svc";
  private static final String CERTIFICATE_PORT = TICKET + "/cert";

  /** Debian's Python: another one that comes first in the path has other modules. */
  private static final Path PYTHON = Path.of("/usr/bin/python3");

  private static final String SCRIPT =
      """
      import socket, sys
      import requests
      from requests_ntlm import HttpNtlmAuth

      url, address, root, user, binding, body = sys.argv[1:]
      resolve = socket.getaddrinfo
      socket.getaddrinfo = lambda host, *rest, **more: resolve(address, *rest, **more)
      auth = HttpNtlmAuth(user, sys.stdin.readline().rstrip("\\n"), send_cbt=binding != "none")
      if binding == "wrong":
          auth._get_server_cert = lambda response: "5A" * 32
      session = requests.Session()
      session.trust_env = False
      answer = session.post(url, data=open(body, "rb").read(), verify=root, auth=auth,
                            headers={"Content-Type": "text/xml; charset=utf-8"})
      print(answer.status_code)
      """;

  /** NTLM needs MD4, which OpenSSL 3 has in a module of its own. */
  private static final String WITH_MD4 =
      """
      openssl_conf = all
      [all]
      providers = providers
      [providers]
      default = on
      legacy = on
      [on]
      activate = 1
      """;

  private static final String REQUEST =
      """
      <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>\
      <t:RequestSecurityToken xmlns:t="http://docs.oasis-open.org/ws-sx/ws-trust/200512">\
      <t:RequestType>http://schemas.xmlsoap.org/ws/2005/02/trust/Issue</t:RequestType>\
      </t:RequestSecurityToken></s:Body></s:Envelope>\
      """;

  @TempDir private Path directory;
  private String curl = "";
  private Path body = Path.of("");

  @BeforeEach
  void write_the_request() throws Exception {
    curl = PeerProgram.installed("curl", "curl");
    body = Files.writeString(directory.resolve("request.xml"), REQUEST);
  }

  /** Where a client signs in, inside. */
  private record Site(Lab lab, InetAddress address, Path root) {
    String host() {
      return lab.manualHostInside();
    }

    String url(String path) {
      return "https://" + host() + ":" + lab.httpsPort() + path;
    }

    User user() {
      return lab.users().getFirst();
    }
  }

  @ParameterizedTest
  @EnumSource
  void python_binds_its_ntlm_to_the_channel_and_is_let_in(ExtendedProtection extended)
      throws Exception {
    try (Lab lab = lab(extended)) {
      assertThat(python(inside(lab), "right")).isEqualTo("200");
    }
  }

  @ParameterizedTest
  @CsvSource({"OFF, 200", "ALLOW, 401", "REQUIRE, 401"})
  void python_with_a_binding_to_another_channel_is_refused(
      ExtendedProtection extended, String status) throws Exception {
    try (Lab lab = lab(extended)) {
      assertThat(python(inside(lab), "wrong")).isEqualTo(status);
    }
  }

  @ParameterizedTest
  @CsvSource({"OFF, 200", "ALLOW, 200", "REQUIRE, 401"})
  void curl_does_not_bind_its_ntlm_and_is_let_in_where_it_need_not(
      ExtendedProtection extended, String status) throws Exception {
    try (Lab lab = lab(extended)) {
      Site site = inside(lab);
      assertThat(curl(site, credential(site), List.of(), "--ntlm", "--config", "-"))
          .isEqualTo(status);
    }
  }

  @Test
  void curl_wraps_its_ntlm_in_spnego_by_a_library_of_its_own() throws Exception {
    library();
    try (Lab lab = lab(ExtendedProtection.ALLOW)) {
      Site site = inside(lab);
      User user = site.user();
      Path users =
          Files.writeString(
              directory.resolve("users"),
              "%s:%s:%s%n".formatted(user.domain(), user.name(), user.password()));
      List<String> environment = List.of("NTLM_USER_FILE=" + users, "KRB5_CONFIG=/dev/null");

      assertThat(curl(site, "", environment, "--negotiate", "--user", ":")).isEqualTo("200");
      assertThat(lab.journal().visits())
          .anySatisfy(visit ->
              assertThat(visit.request().header("Authorization").orElse(""))
                  .startsWith("Negotiate Y"));
    }
  }

  @ParameterizedTest
  @CsvSource({"OFF, 200", "ALLOW, 200", "REQUIRE, 401"})
  void curl_signs_in_with_a_ticket_that_kinit_got_and_does_not_bind_it(
      ExtendedProtection extended, String status) throws Exception {
    try (Lab lab = lab(extended)) {
      Site site = inside(lab);
      List<String> realm = realm(lab);
      assertThat(kinit(site.user(), realm, site.user().password())).isEqualTo("0");

      assertThat(curl(site, "", realm, "--negotiate", "--user", ":")).isEqualTo(status);
      assertThat(lab.journal().visits())
          .anySatisfy(visit ->
              assertThat(visit.request().header("Authorization").orElse(""))
                  .startsWith("Negotiate Y"));
    }
  }

  @Test
  void kinit_signs_in_with_a_keytab_and_gets_no_ticket_for_a_wrong_password() throws Exception {
    try (Lab lab = lab(ExtendedProtection.ALLOW)) {
      User user = lab.users().getFirst();
      List<String> realm = realm(lab);
      Path keytab = Files.write(directory.resolve("keytab"), lab.realm().keytab(user));

      assertThat(kinit(user, realm, "", "-k", "-t", keytab.toString())).isEqualTo("0");
      assertThat(kinit(user, realm, "wrong")).contains("Password incorrect").endsWith("1");
    }
  }

  /** What MIT's programs have to know of the lab's realm; the tickets stay in the directory. */
  private List<String> realm(Lab lab) throws Exception {
    Path settings =
        Files.writeString(
            directory.resolve("krb5.conf"),
            """
            [libdefaults]
            default_realm = %1$s
            udp_preference_limit = 1
            dns_lookup_kdc = false
            dns_canonicalize_hostname = false
            rdns = false
            [realms]
            %1$s = {
            kdc = %2$s:%3$d
            }
            """
                .formatted(
                    lab.realm().name(),
                    lab.kdc().getAddress().getHostAddress(),
                    lab.kdc().getPort()));
    return List.of("KRB5_CONFIG=" + settings, "KRB5CCNAME=FILE:" + directory.resolve("tickets"));
  }

  /** Gives what it said, and its exit code. */
  private String kinit(User user, List<String> realm, String password, String... options)
      throws Exception {
    List<String> command = new ArrayList<>(List.of("env"));
    command.addAll(realm);
    command.addAll(List.of("sh", "-c", "\"$@\"; echo $?", "sh"));
    command.add(PeerProgram.installed("kinit", "krb5-user"));
    command.addAll(List.of(options));
    command.add(user.name());
    return said(password + "\n", command).replaceFirst("(?s)^Password for [^:]*:\\s*", "");
  }

  @Test
  void curl_signs_in_with_the_certificate_of_a_user() throws Exception {
    try (Lab lab = lab(ExtendedProtection.REQUIRE)) {
      Site site = inside(lab);
      UserCertificate own = lab.certificate(site.user());
      Instant now = Instant.now();
      UserCertificate ended =
          lab.certificate(
              site.user(), now.minus(Duration.ofDays(9)), now.minus(Duration.ofDays(1)));

      assertThat(curlWith(site, own)).isEqualTo("200");
      assertThat(curlWith(site, ended)).isEqualTo("403");
      assertThat(curlAt(site, CERTIFICATE_PORT, "", List.of())).isEqualTo("403");
    }
  }

  private String curlWith(Site site, UserCertificate certificate) throws Exception {
    Path chain = Files.writeString(directory.resolve("user.pem"), certificate.chainPem());
    Path key = Files.writeString(directory.resolve("user.key"), certificate.keyPem());
    return curlAt(
        site, CERTIFICATE_PORT, "", List.of(), "--cert", chain.toString(), "--key", key.toString());
  }

  private static void library() {
    PeerProgram.library(
        "gss-ntlmssp",
        Path.of("/usr/lib/x86_64-linux-gnu/gssntlmssp/gssntlmssp.so"),
        Path.of("/usr/lib/aarch64-linux-gnu/gssntlmssp/gssntlmssp.so"));
  }

  private static Lab lab(ExtendedProtection extended) throws Exception {
    return Lab.start(
        LabSettings.defaults()
            .withTopology(TopologyKind.STANDARD)
            .withExtendedProtection(extended));
  }

  private Site inside(Lab lab) throws Exception {
    SimpleResolver resolver = new SimpleResolver(lab.internalDns());
    Lookup lookup = new Lookup(lab.manualHostInside() + ".", Type.A);
    lookup.setResolver(resolver);
    lookup.setCache(null);
    Path root = Files.writeString(directory.resolve("root.pem"), lab.rootPem());
    return new Site(lab, ((ARecord) lookup.run()[0]).getAddress(), root);
  }

  private String python(Site site, String binding) throws Exception {
    PeerProgram.library(
        "python3-requests-ntlm", Path.of("/usr/lib/python3/dist-packages/requests_ntlm"));
    Path script = Files.writeString(directory.resolve("sign_in.py"), SCRIPT);
    Path openssl = Files.writeString(directory.resolve("openssl.cnf"), WITH_MD4);
    User user = site.user();
    return said(
        user.password() + "\n",
        List.of(
            "env",
            "OPENSSL_CONF=" + openssl,
            PYTHON.toString(),
            script.toString(),
            site.url(TICKET),
            site.address().getHostAddress(),
            site.root().toString(),
            user.domain() + "\\" + user.name(),
            binding,
            body.toString()));
  }

  /** Gives the status. */
  private String curl(Site site, String input, List<String> environment, String... options)
      throws Exception {
    return curlAt(site, TICKET, input, environment, options);
  }

  private String curlAt(
      Site site, String path, String input, List<String> environment, String... options)
      throws Exception {
    List<String> command = new ArrayList<>(List.of("env"));
    command.addAll(environment);
    command.addAll(List.of(curl, "-q", "--silent", "--show-error", "--max-time", "20"));
    command.addAll(List.of("--noproxy", "*", "--http1.1", "--cacert", site.root().toString()));
    command.addAll(
        List.of(
            "--resolve",
            "%s:%d:%s"
                .formatted(site.host(), site.lab().httpsPort(), site.address().getHostAddress())));
    command.addAll(List.of("--output", directory.resolve("answer").toString()));
    command.addAll(List.of("--write-out", "%{http_code}"));
    command.addAll(List.of("--header", "Content-Type: text/xml; charset=utf-8"));
    command.addAll(List.of("--data-binary", "@" + body));
    command.addAll(List.of(options));
    command.add(site.url(path));
    return said(input, command);
  }

  /** A line of curl's configuration, in which a backslash escapes. */
  private static String credential(Site site) {
    User user = site.user();
    return "user = \"%s\\\\%s:%s\"%n".formatted(user.domain(), user.name(), user.password());
  }

  private String said(String input, List<String> command) throws Exception {
    Path output = directory.resolve("output");
    PeerProgram.run(Files.writeString(directory.resolve("input"), input), output, command);
    return Files.readString(output).strip();
  }
}
