package io.lyncwatch.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.agent.config.PasswordSource.FromCredential;
import io.lyncwatch.agent.config.PasswordSource.FromEnvironment;
import io.lyncwatch.agent.config.PasswordSource.FromFile;
import io.lyncwatch.agent.config.PasswordSource.FromKeytab;
import io.lyncwatch.agent.config.Problem.Level;
import io.lyncwatch.discovery.Endpoint;
import io.lyncwatch.discovery.Expectations;
import io.lyncwatch.discovery.Expectations.Expected;
import io.lyncwatch.discovery.SignInAddress;
import io.lyncwatch.discovery.SipDomain;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.auth.KerberosSettings;
import io.lyncwatch.discovery.auth.Means;
import io.lyncwatch.discovery.auth.OAuthClient;
import io.lyncwatch.discovery.auth.Realm;
import io.lyncwatch.discovery.auth.ServicePrincipal;
import io.lyncwatch.discovery.auth.UserName;
import io.lyncwatch.discovery.dns.Resolver;
import io.lyncwatch.discovery.document.Representation;
import io.lyncwatch.discovery.http.ConnectTo;
import io.lyncwatch.discovery.report.Side;
import io.lyncwatch.discovery.report.WebName;
import io.lyncwatch.discovery.walk.Discovery;
import io.lyncwatch.discovery.walk.EntryPoint;
import io.lyncwatch.discovery.walk.SignInMethod;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationReaderTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("lyncwatch.yml");
  }

  @Test
  void one_domain_is_enough_and_all_else_has_a_default() throws Exception {
    assertThat(read("domains: [{domain: contoso.example}]"))
        .isEqualTo(
            new Configuration(
                "this-host",
                address("127.0.0.1", 9917),
                List.of(new Resolver("192.0.2.53", TestFiles.OWN_RESOLVER, View.ANY)),
                List.of(
                    new MonitoredDomain(
                        new SipDomain("contoso.example"),
                        Discovery.byRecords(Expectations.DEFAULT),
                        List.of(),
                        List.of(),
                        List.of(),
                        new Pools(List.of(), List.of()))),
                List.of(),
                List.of(),
                new TrustedRoots(true, List.of()),
                TlsMinimum.TLS_1_2,
                Representation.LEGACY_XML,
                List.of(),
                Map.of(),
                new Intervals(
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(1),
                    Duration.ofHours(1),
                    Duration.ofSeconds(15)),
                Path.of("/home/probe/.local/state/lyncwatch"),
                Duration.ofHours(24)));
  }

  @Test
  void every_key_of_the_agent_itself_is_read() throws Exception {
    Configuration full = TestFiles.read("full.yml");
    Path folder = TestFiles.file("full.yml").resolveSibling("");
    assertThat(full.vantage()).isEqualTo("hq-lan");
    assertThat(full.listen()).isEqualTo(address("::1", 9000));
    assertThat(full.trust())
        .isEqualTo(new TrustedRoots(false, List.of(folder.resolve("root.pem"))));
    assertThat(full.tlsMinimum()).isEqualTo(TlsMinimum.TLS_1_0);
    assertThat(full.client()).isEqualTo(Representation.UCWA_JSON);
    assertThat(full.connectTo())
        .containsExactly(
            ConnectTo.parse("lyncdiscover.contoso.example:443:10.0.0.7:4443"),
            ConnectTo.parse(":443::18443"));
    assertThat(full.proxies())
        .containsOnly(
            Map.entry(View.INTERNAL, new Endpoint("proxy.corp.example", 3128)),
            Map.entry(View.ANY, new Endpoint("10.0.0.9", 80)));
    assertThat(full.stateDirectory()).isEqualTo(folder.resolve("state"));
    assertThat(full.guardBackOff()).isEqualTo(Duration.ofDays(2));
  }

  @Test
  void every_key_of_a_resolver_is_read() throws Exception {
    assertThat(TestFiles.read("full.yml").resolvers())
        .containsExactly(
            new Resolver("dc1", address("10.0.0.53", 53), View.INTERNAL),
            new Resolver("quad9", address("9.9.9.9", 5353), View.EXTERNAL),
            new Resolver("six", address("2001:db8::53", 54), View.ANY));
  }

  @Test
  void every_key_of_a_domain_is_read() throws Exception {
    MonitoredDomain domain = TestFiles.read("full.yml").domains().getFirst();
    assertThat(domain.domain()).isEqualTo(new SipDomain("contoso.example"));
    assertThat(domain.discovery().expectations())
        .isEqualTo(new Expectations(Optional.of(Expected.ABSENT), Optional.of(Expected.ANY)));
    assertThat(domain.discovery().manual())
        .containsExactly(
            new EntryPoint.Manual(Side.INTERNAL, new Endpoint("pool01.contoso.example", 443)),
            new EntryPoint.Manual(Side.EXTERNAL, new Endpoint("lyncweb.contoso.net", 4443)));
    assertThat(domain.trustedDomains()).containsExactly("contoso.net", "fabrikam.example");
    assertThat(domain.webNames())
        .containsExactly(
            new WebName(Side.INTERNAL, "pool01.corp.contoso.example"),
            new WebName(Side.EXTERNAL, "webpool01.contoso.example"),
            new WebName(Side.EXTERNAL, "webpool02.contoso.example"));
    assertThat(domain.pools())
        .isEqualTo(
            new Pools(
                List.of("pool02.corp.example"),
                List.of("webpool02.contoso.example", "webpool03.contoso.example")));
  }

  @Test
  void every_key_of_a_machine_behind_the_proxy_is_read_and_has_a_default() throws Exception {
    SipDomain contoso = new SipDomain("contoso.example");
    SipDomain fabrikam = new SipDomain("fabrikam.example");
    assertThat(TestFiles.read("full.yml").behindProxy())
        .containsExactly(
            new ProxiedNode("fe01", "10.0.0.7", 4443, 8080, List.of(contoso, fabrikam)),
            new ProxiedNode("fe02", "fe02.corp.example", 14443, 18080, List.of(fabrikam)),
            new ProxiedNode(
                "fe03", "2001:db8:0:0:0:0:0:3", 4443, 8080, List.of(contoso, fabrikam)));
  }

  @Test
  void an_endpoint_to_watch_beside_has_a_port_and_a_view_of_its_own_or_the_usual_ones()
      throws Exception {
    assertThat(TestFiles.read("full.yml").endpoints())
        .containsExactly(
            new ListedEndpoint(
                new Endpoint("sip.contoso.example", 5061), Optional.of(View.INTERNAL)),
            new ListedEndpoint(new Endpoint("meet.contoso.example", 443), Optional.empty()));
  }

  @Test
  void an_endpoint_in_a_view_that_nothing_shows_is_remarked_on() throws Exception {
    assertThat(
            warningsOf(
                """
                resolvers: [{name: dc1, address: 10.0.0.53, view: internal}]
                domains: [{domain: contoso.example}]
                endpoints: [{endpoint: meet.contoso.example, view: external}]
                """))
        .containsExactly(
            "lyncwatch.yml:3:52: warning: endpoints[0].view: has no effect: no resolver has this"
                + " view");
  }

  @Test
  void turns_of_an_account_that_do_not_fit_into_the_interval_are_remarked_on() throws Exception {
    assertThat(
            warningsOf(
                """
                resolvers:
                  - {name: in, address: 10.0.0.53, view: internal}
                  - {name: out, address: 192.0.2.53, view: external}
                intervals: {sign-in: 60s}
                domains:
                  - domain: contoso.example
                    accounts:
                      - {name: a, address: a@contoso.example, password: {env: PROBE2}, spacing: 10s}
                      - {name: b, address: b@contoso.example, username: 'C\\u',
                         password: {env: PROBE2}, spacing: 15s}
                  - domain: fabrikam.example
                    accounts:
                      - {name: c, address: c@fabrikam.example, username: 'c\\U',
                         password: {env: PROBE2}, spacing: 15s}
                """))
        .containsExactly(
            "lyncwatch.yml:10:44: warning: domains[0].accounts[1].spacing: the turns of c\\u take"
                + " 60 s in each round (sign-ins: 4) and the time of the sign-ins, but"
                + " intervals.sign-in is 60 s: runs come less often, and some are skipped; shorten"
                + " the spacing, lengthen the interval, or have an account for each view");
  }

  @Test
  void turns_that_fit_are_not() throws Exception {
    assertThat(
            warningsOf(
                """
                resolvers:
                  - {name: in, address: 10.0.0.53, view: internal}
                  - {name: out, address: 192.0.2.53, view: external}
                domains:
                  - domain: contoso.example
                    accounts:
                      - {name: a, address: a@contoso.example, password: {env: PROBE2}}
                """))
        .isEmpty();
  }

  @Test
  void users_may_have_a_manual_url_for_one_side_only() throws Exception {
    assertThat(
            manual(
                "{external:"
                    + " https://lyncweb.contoso.net/Autodiscover/AutodiscoverService.svc/Root}"))
        .containsExactly(
            new EntryPoint.Manual(Side.EXTERNAL, new Endpoint("lyncweb.contoso.net", 443)));
  }

  @Test
  void without_manual_urls_clients_look_the_records_up() throws Exception {
    assertThat(manual("auto")).isEmpty();
  }

  @Test
  void the_misprinted_path_is_understood_with_a_warning() throws Exception {
    assertThat(
            warnings("{internal: https://pool01.contoso.net/AutoDiscover/autodiscover.svc/root}"))
        .containsExactly(
            "lyncwatch.yml:1:59: warning: domains[0].discovery.internal: no server has"
                + " '/AutoDiscover/autodiscover.svc/root', a misprint of old guides; asking"
                + " https://pool01.contoso.net/Autodiscover/AutodiscoverService.svc/root");
  }

  @Test
  void a_missing_path_is_completed_with_a_warning() throws Exception {
    assertThat(warnings("{internal: https://pool01.contoso.net/}"))
        .containsExactly(
            "lyncwatch.yml:1:59: warning: domains[0].discovery.internal: names no path, as users"
                + " have to when they type it; asking"
                + " https://pool01.contoso.net/Autodiscover/AutodiscoverService.svc/root");
  }

  private List<EntryPoint.Manual> manual(String discovery) throws Exception {
    return read("domains: [{domain: contoso.example, discovery: " + discovery + "}]")
        .domains()
        .getFirst()
        .discovery()
        .manual();
  }

  @Test
  void what_is_meant_for_a_side_that_no_resolver_shows_is_read_with_a_warning() throws Exception {
    assertThat(
            warningsOf(
                """
                resolvers: [{name: out, address: 192.0.2.53, view: external}]
                domains:
                  - domain: contoso.example
                    web-names: {internal: [pool01.contoso.example]}
                    pools: {internal: [pool01.contoso.example], external: [web.contoso.example]}
                  - domain: fabrikam.example
                    discovery:
                      internal: https://a.example/Autodiscover/autodiscoverservice.svc/Root
                    accounts:
                      - {name: a, address: a@fabrikam.example, password: {env: PROBE2}}
                """))
        .containsExactly(
            "lyncwatch.yml:4:27: warning: domains[0].web-names.internal: has no effect: no resolver"
                + " has the view internal or any",
            "lyncwatch.yml:5:23: warning: domains[0].pools.internal: has no effect: no resolver has"
                + " the view internal or any",
            "lyncwatch.yml:8:17: warning: domains[1].discovery.internal: has no effect: no resolver"
                + " has the view internal or any",
            "lyncwatch.yml:10:7: warning: domains[1].accounts: has no effect: no resolver shows the"
                + " side for which there is a manual URL");
  }

  @Test
  void external_pools_are_not_asked_where_only_the_inside_is_shown() throws Exception {
    assertThat(
            warningsOf(
                """
                resolvers: [{name: in, address: 192.0.2.53, view: internal}]
                domains:
                  - domain: contoso.example
                    pools: {internal: [pool01.contoso.example], external: [web.contoso.example]}
                """))
        .containsExactly(
            "lyncwatch.yml:4:59: warning: domains[0].pools.external: has no effect: no resolver has"
                + " the view external or any");
  }

  @Test
  void a_proxy_for_a_view_that_no_resolver_has_is_read_with_a_warning() throws Exception {
    assertThat(
            warningsOf(
                """
                resolvers: [{name: dc1, address: 10.0.0.53, view: internal}]
                proxy: {internal: "http://proxy.corp.example:3128", external: "http://dmz.example:80"}
                domains: [{domain: contoso.example, expect: {external: any}}]
                """))
        .containsExactly(
            "lyncwatch.yml:2:63: warning: proxy.external: has no effect: no resolver has the view"
                + " external");
  }

  private List<String> warnings(String discovery) throws Exception {
    return warningsOf("domains: [{domain: contoso.example, discovery: " + discovery + "}]");
  }

  private List<String> warningsOf(String text) throws Exception {
    Files.writeString(file, text);
    return TestFiles.reader().read(file).warnings().stream()
        .map(warning -> warning.toString().replace(file.getParent() + "/", ""))
        .toList();
  }

  @Test
  void every_key_of_an_account_is_read() throws Exception {
    assertThat(TestFiles.read("full.yml").domains().getFirst().accounts())
        .containsExactly(
            new Account(
                "probe1",
                SignInAddress.parse("probe1@contoso.example"),
                UserName.parse("CONTOSO\\probe1"),
                new FromFile(TestFiles.file("secrets/probe1")),
                SignInMethod.NTLM,
                Means.NONE,
                new Handling(
                    Duration.ofMillis(1500), true, Optional.of(LocalDate.of(2027, 1, 31)))),
            new Account(
                "probe2",
                SignInAddress.parse("probe2@contoso.example"),
                UserName.parse("probe2@contoso.example"),
                new FromEnvironment("PROBE2", TestFiles.MACHINE.environment()),
                SignInMethod.PASSWORD,
                Means.NONE,
                new Handling(Duration.ofSeconds(5), false, Optional.empty())),
            new Account(
                "probe3",
                SignInAddress.parse("probe3@contoso.example"),
                UserName.parse("probe3@contoso.example"),
                new FromKeytab(TestFiles.file("secrets/probe3.keytab")),
                SignInMethod.AUTO,
                Means.of(
                    new KerberosSettings(
                        new Realm("CORP.EXAMPLE", List.of("dc1.corp.example", "10.0.0.53:8088")),
                        Optional.of(
                            new ServicePrincipal(
                                "HTTP", "pool01.corp.example", Optional.of("CORP.EXAMPLE"))),
                        Optional.of(TestFiles.file("secrets/probe3.keytab")))),
                Handling.DEFAULT),
            new Account(
                "probe4",
                SignInAddress.parse("probe4@contoso.example"),
                UserName.parse("probe4@contoso.example"),
                new FromCredential("secrets_probe4", TestFiles.MACHINE.environment()),
                SignInMethod.AUTO,
                Means.NONE,
                Handling.DEFAULT));
  }

  @Test
  void kerberos_takes_the_realm_from_a_principal_name() throws Exception {
    String text =
        """
        domains:
          - domain: contoso.example
            accounts:
              - name: a
                address: a@contoso.example
                username: a@corp.example
                password: {env: PROBE2}
                kerberos: {kdc: [dc1.corp.example]}
                sign-in: kerberos
        """;
    assertThat(read(text).domains().getFirst().accounts())
        .extracting(account -> account.means().kerberos())
        .containsExactly(
            Optional.of(
                new KerberosSettings(
                    new Realm("CORP.EXAMPLE", List.of("dc1.corp.example")),
                    Optional.empty(),
                    Optional.empty())));
  }

  @Test
  void a_program_at_an_authority_may_stand_for_a_password() throws Exception {
    String text =
        """
        domains:
          - domain: contoso.example
            accounts:
              - name: a
                address: a@contoso.example
                oauth: {authority: "https://login.example/tenant/", client-id: b, client-secret: {env: PROBE2}}
        """;
    FromEnvironment secret = new FromEnvironment("PROBE2", TestFiles.MACHINE.environment());

    assertThat(read(text).domains().getFirst().accounts())
        .containsExactly(
            new Account(
                "a",
                SignInAddress.parse("a@contoso.example"),
                UserName.parse("a@contoso.example"),
                secret,
                SignInMethod.OAUTH,
                Means.of(
                    new OAuthClient(
                        URI.create("https://login.example/tenant/oauth2/token"),
                        "b",
                        OAuthClient.Grant.CLIENT_CREDENTIALS,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())),
                Handling.DEFAULT));
  }

  @Test
  void a_program_at_an_authority_may_stand_beside_a_password() throws Exception {
    String text =
        """
        domains:
          - domain: contoso.example
            accounts:
              - name: a
                address: a@contoso.example
                password: {env: PROBE2}
                oauth: {authority: "https://login.example/x/TOKEN", client-id: b, scope: "c d"}
        """;
    Account account = read(text).domains().getFirst().accounts().getFirst();

    assertThat(account.signIn()).isEqualTo(SignInMethod.AUTO);
    assertThat(account.means().oauth())
        .contains(
            new OAuthClient(
                URI.create("https://login.example/x/TOKEN"),
                "b",
                OAuthClient.Grant.PASSWORD,
                Optional.empty(),
                Optional.empty(),
                Optional.of("c d")));
  }

  @Test
  void every_interval_is_read() throws Exception {
    assertThat(TestFiles.read("full.yml").intervals())
        .isEqualTo(
            new Intervals(
                Duration.ofSeconds(10),
                Duration.ofSeconds(20),
                Duration.ofMinutes(5),
                Duration.ofHours(2),
                Duration.ofMillis(1500)));
  }

  @Test
  void the_documented_example_loads() throws Exception {
    assertThat(TestFiles.read("documented.yml").resolvers()).hasSize(2);
  }

  @Test
  void an_account_signs_in_by_what_the_service_offers_unless_told_otherwise() throws Exception {
    String text =
        """
        domains:
          - domain: contoso.example
            accounts: [{name: a, address: a@contoso.example, password: {env: PROBE2}}]
        """;
    assertThat(read(text).domains().getFirst().accounts())
        .extracting(Account::signIn)
        .containsExactly(SignInMethod.AUTO);
  }

  @Test
  void a_domain_may_list_no_accounts() throws Exception {
    assertThat(read("domains: [{domain: contoso.example, accounts: []}]").domains())
        .flatExtracting(MonitoredDomain::accounts)
        .isEmpty();
  }

  @Test
  void two_domains_may_name_their_accounts_alike() throws Exception {
    String text =
        """
        domains:
          - domain: contoso.example
            accounts: [{name: a, address: a@contoso.example, password: {env: PROBE2}}]
          - domain: fabrikam.example
            accounts: [{name: a, address: a@fabrikam.example, password: {env: PROBE2}}]
        """;
    assertThat(read(text).domains()).hasSize(2);
  }

  @Test
  void anchors_and_aliases_spare_repetition() throws Exception {
    String text =
        """
        domains:
          - {domain: contoso.example, trusted-domains: &shared [contoso.net]}
          - {domain: fabrikam.example, trusted-domains: *shared}
        """;
    assertThat(read(text).domains())
        .extracting(MonitoredDomain::trustedDomains)
        .containsOnly(List.of("contoso.net"));
  }

  @Test
  void a_byte_order_mark_is_no_matter() throws Exception {
    assertThat(read("\uFEFFdomains: [{domain: contoso.example}]").domains()).hasSize(1);
  }

  @Test
  void an_agent_starts_in_spite_of_an_unreadable_password() throws Exception {
    ConfigurationReader agents = new ConfigurationReader(TestFiles.MACHINE, Level.WARNING);
    assertThat(agents.read(TestFiles.file("bad/password-variable-unset.yml")).warnings())
        .extracting(Problem::level)
        .containsExactly(Level.WARNING);
  }

  @Test
  void nothing_of_a_configuration_prints_a_password() throws Exception {
    assertThat(TestFiles.read("full.yml").toString()).doesNotContain("hunter2");
  }

  private Configuration read(String text) throws IOException, InvalidConfigurationException {
    Files.writeString(file, text);
    return TestFiles.reader().read(file).configuration();
  }

  private static InetSocketAddress address(String ip, int port) {
    return new InetSocketAddress(InetAddress.ofLiteral(ip), port);
  }
}
