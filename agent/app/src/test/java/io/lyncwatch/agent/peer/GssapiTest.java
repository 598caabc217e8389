package io.lyncwatch.agent.peer;

import static io.lyncwatch.agent.lab.Found.errors;
import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.agent.ClosedPort;
import io.lyncwatch.agent.peer.OpensslAuthority.Issued;
import io.lyncwatch.agent.peer.OpensslAuthority.Wish;
import io.lyncwatch.discovery.Deadline;
import io.lyncwatch.discovery.Expectations;
import io.lyncwatch.discovery.SideBySide;
import io.lyncwatch.discovery.SignInAddress;
import io.lyncwatch.discovery.Ticker;
import io.lyncwatch.discovery.auth.Credential;
import io.lyncwatch.discovery.auth.FileLockoutGuard;
import io.lyncwatch.discovery.auth.KerberosAnswer;
import io.lyncwatch.discovery.auth.KerberosSettings;
import io.lyncwatch.discovery.auth.KerberosSignOn;
import io.lyncwatch.discovery.auth.Means;
import io.lyncwatch.discovery.auth.Realm;
import io.lyncwatch.discovery.auth.Secret;
import io.lyncwatch.discovery.auth.SecretSource;
import io.lyncwatch.discovery.auth.ServicePrincipal;
import io.lyncwatch.discovery.auth.UserName;
import io.lyncwatch.discovery.document.Representation;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Severity;
import io.lyncwatch.discovery.finding.Stage;
import io.lyncwatch.discovery.probe.SignInProbe;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.report.StageResult;
import io.lyncwatch.discovery.walk.Discovery;
import io.lyncwatch.discovery.walk.RememberedUrls;
import io.lyncwatch.discovery.walk.SignIn;
import io.lyncwatch.discovery.walk.SignInMethod;
import io.lyncwatch.discovery.walk.SignInWalk;
import io.lyncwatch.discovery.walk.TrustRule;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signs in at Apache with mod_auth_gssapi: by gss-ntlmssp, and by a KDC of MIT. */
@Timeout(120)
@TestInstance(Lifecycle.PER_CLASS)
class GssapiTest {
  private static final String HOST = "lyncdiscover.contoso.example";
  private static final String REALM = "CONTOSO.EXAMPLE";
  private static final String PASSWORD = "correct horse battery";
  private static final UserName ALICE = new UserName("CONTOSO", "alice");
  private static final String WITHOUT_NTLM = "RequestHeader edit Authorization ^NTLM Other early";
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final List<String> BOTH =
      List.of("GssapiAllowedMech krb5", "GssapiAllowedMech ntlmssp");

  @TempDir private static Path directory;
  @AutoClose private final ClosedPort closed = new ClosedPort();
  private OpensslAuthority authority;
  private Issued certificate;
  private MitRealm realm;
  private ApacheGate gate;

  @BeforeAll
  void open() throws Exception {
    PeerProgram.installed(Path.of("/etc/gss/mech.d/mech.ntlmssp.conf"), "gss-ntlmssp");
    authority = OpensslAuthority.in(Files.createDirectory(directory.resolve("authority")));
    Issued issued = authority.issue(Wish.of(HOST));
    certificate =
        new Issued(authority.bundle(issued.certificate(), authority.intermediate()), issued.key());
    Path home = directory.resolve("realm");
    realm =
        MitRealm.start(
            REALM,
            home,
            "addprinc -pw \"" + PASSWORD + "\" alice",
            "addprinc -pw \"" + PASSWORD + "\" -allow_tix blocked",
            "addprinc -pw \"" + PASSWORD + "\" -pwexpire yesterday stale",
            "addprinc -randkey HTTP/" + HOST,
            "addprinc -randkey HTTP/other.contoso.example",
            "ktadd -k " + home + "/http.keytab HTTP/" + HOST,
            "ktadd -norandkey -k " + home + "/alice.keytab alice");
    gate = gate("gate", BOTH);
  }

  @AfterAll
  void close() {
    if (gate != null) {
      gate.close();
    }
    if (realm != null) {
      realm.close();
    }
  }

  private ApacheGate gate(String name, List<String> settings) throws Exception {
    return gate(name, settings, List.of(), realm);
  }

  private ApacheGate gate(String name, List<String> settings, List<String> site, MitRealm of)
      throws Exception {
    Path users = Files.writeString(directory.resolve("users"), "CONTOSO:alice:" + PASSWORD + "\n");
    return ApacheGate.start(
        directory.resolve(name),
        HOST,
        certificate,
        settings,
        site,
        Map.of(
            "NTLM_USER_FILE", users.toString(),
            "KRB5_KTNAME", "FILE:" + of.file("http.keytab"),
            "KRB5_CONFIG", of.file("krb5.conf").toString()));
  }

  @Test
  void ntlm_by_its_own_name() throws Exception {
    assertAdmitted("CONTOSO\\alice", gate, walk(gate, SignInMethod.NTLM, ALICE, PASSWORD));
  }

  @Test
  void ntlm_wrapped_in_negotiate_where_its_own_name_leads_nowhere() throws Exception {
    try (ApacheGate negotiate =
        gate("negotiate", List.of("GssapiAllowedMech ntlmssp"), List.of(WITHOUT_NTLM), realm)) {
      Report report = walk(negotiate, SignInMethod.NTLM, ALICE, PASSWORD);

      assertAdmitted("CONTOSO\\alice", negotiate, report);
      assertThat(steps(report)).anyMatch(step -> step.contains("NTLM wrapped in Negotiate"));
    }
  }

  @Test
  void a_wrong_password_by_ntlm_is_proven_once_and_never_again() throws Exception {
    Report report = walk(gate, SignInMethod.AUTO, ALICE, "wrong");

    assertThat(errors(report)).containsExactly(Reason.AUTH_REJECTED);
  }

  @Test
  void kerberos_by_password() throws Exception {
    Report report = walk(gate, SignInMethod.KERBEROS, ALICE, PASSWORD, settings(realm.kdc()));

    assertAdmitted("alice@" + REALM, gate, report);
    assertThat(report.findings())
        .extracting(Finding::reason)
        .doesNotContain(Reason.AUTH_SERVER_UNPROVEN);
  }

  @Test
  void kerberos_by_keytab() throws Exception {
    assertAdmitted("alice@" + REALM, gate, walkByKeytab("alice.keytab"));
  }

  @Test
  void a_keytab_without_a_key_of_the_account_is_named_and_the_realm_not_asked() throws Exception {
    Report report = walkByKeytab("http.keytab");

    assertThat(errors(report)).containsExactly(Reason.AUTH_KEYTAB_UNUSABLE);
  }

  @Test
  void a_wrong_password_is_proven_to_the_realm_once_and_to_nobody_else() throws Exception {
    long before = failedProofs();
    int asked = gate.log().size();
    Report report = walk(gate, SignInMethod.AUTO, ALICE, "wrong", settings(realm.kdc()));

    assertThat(errors(report)).containsExactly(Reason.AUTH_REJECTED);
    assertThat(failedProofs() - before).isEqualTo(1);
    assertThat(gate.log().subList(asked, gate.log().size()))
        .filteredOn(line -> line.startsWith("POST /ticket"))
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "nobody, AUTH_CLIENT_UNKNOWN",
    "blocked, AUTH_ACCOUNT_BLOCKED",
    "stale, AUTH_PASSWORD_EXPIRED"
  })
  void what_the_realm_has_against_an_account_is_told_apart_and_final(String user, Reason reason)
      throws Exception {
    UserName name = new UserName("CONTOSO", user);
    Report report = walk(gate, SignInMethod.AUTO, name, PASSWORD, settings(realm.kdc()));

    assertThat(errors(report)).containsExactly(reason);
    assertThat(steps(report)).noneMatch(step -> step.contains("auto: NTLM"));
  }

  @Test
  void a_service_that_the_realm_does_not_know_is_a_fault_of_the_deployment() throws Exception {
    Report report = walk(gate, SignInMethod.KERBEROS, ALICE, PASSWORD, asking("HTTP/nowhere"));

    assertThat(errors(report)).containsExactly(Reason.AUTH_SERVICE_UNKNOWN);
    assertThat(found(report, Reason.AUTH_SERVICE_UNKNOWN).cause()).contains("HTTP/nowhere");
  }

  @Test
  void a_ticket_for_another_service_is_not_accepted() throws Exception {
    Report report =
        walk(
            gate,
            SignInMethod.AUTO,
            ALICE,
            PASSWORD,
            asking("HTTP/other.contoso.example@" + REALM));

    assertThat(errors(report)).containsExactly(Reason.AUTH_KERBEROS_REFUSED);
  }

  @Test
  void the_service_itself_has_to_prove_who_it_is() throws Exception {
    try (ApacheGate silent =
        gate(
            "silent",
            List.of(
                "GssapiAllowedMech krb5",
                "Header always edit WWW-Authenticate ^(Negotiate).+ $1"))) {
      Report report = walk(silent, SignInMethod.KERBEROS, ALICE, PASSWORD, settings(realm.kdc()));

      assertAdmitted("alice@" + REALM, silent, report);
      assertThat(found(report, Reason.AUTH_SERVER_UNPROVEN).severity()).isEqualTo(Severity.WARNING);
    }
    try (ApacheGate lying =
        gate(
            "lying",
            List.of(
                "GssapiAllowedMech krb5",
                "Header always edit WWW-Authenticate ^(Negotiate.{100}).(.+) $1A$2"))) {
      Report report = walk(lying, SignInMethod.KERBEROS, ALICE, PASSWORD, settings(realm.kdc()));

      assertThat(errors(report)).containsExactly(Reason.AUTH_SERVER_UNPROVEN);
    }
  }

  @Test
  void auto_is_kerberos_where_the_account_can_use_it() throws Exception {
    Report report = walk(gate, SignInMethod.AUTO, ALICE, PASSWORD, settings(realm.kdc()));

    assertAdmitted("alice@" + REALM, gate, report);
    assertThat(steps(report)).first().asString().startsWith("sign-in: auto: Kerberos");
  }

  @Test
  void auto_goes_on_with_ntlm_where_no_kdc_can_be_reached() throws Exception {
    Report report =
        walk(gate, SignInMethod.AUTO, ALICE, PASSWORD, settings("127.0.0.1:" + closed.port()));

    assertAdmitted("CONTOSO\\alice", gate, report);
    assertThat(found(report, Reason.AUTH_KDC_UNREACHABLE).severity()).isEqualTo(Severity.INFO);
  }

  @Test
  void auto_goes_on_with_ntlm_where_the_realm_does_not_know_the_service() throws Exception {
    Report report = walk(gate, SignInMethod.AUTO, ALICE, PASSWORD, asking("HTTP/nowhere"));

    assertAdmitted("CONTOSO\\alice", gate, report);
    assertThat(found(report, Reason.AUTH_SERVICE_UNKNOWN).severity()).isEqualTo(Severity.WARNING);
  }

  @Test
  void a_kdc_that_takes_questions_and_says_nothing_is_left_in_time() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Report report =
          walk(
              gate,
              SignInMethod.KERBEROS,
              ALICE,
              PASSWORD,
              settings("127.0.0.1:" + silent.getLocalPort()));

      assertThat(errors(report)).containsExactly(Reason.AUTH_KERBEROS_FAILED);
      assertThat(report.took()).isLessThan(SignInWalk.LONGEST);
    }
  }

  /** Apache does not look at the binding, so the library that it asks is asked directly. */
  @Test
  void a_ticket_is_bound_to_the_connection_that_carries_it() throws Exception {
    X509Certificate ours = leaf(certificate);
    X509Certificate another = leaf(authority.issue(Wish.of(HOST)));

    assertThat(accepted(ticketFor(ours), ours)).as("bound").isZero();
    assertThat(accepted(ticketFor(another), ours)).as("bound to another").isEqualTo(1);
  }

  @Test
  void the_password_is_proven_once_for_the_tickets_to_all_services_of_a_walk() throws Exception {
    KerberosSignOn signOn = signOn();
    long before = proofs();

    assertThat(ticket(signOn, HOST, Optional.empty())).isNotEmpty();
    assertThat(ticket(signOn, "other.contoso.example", Optional.empty())).isNotEmpty();
    assertThat(proofs() - before).isEqualTo(1);
  }

  private long proofs() throws Exception {
    return realm
        .log()
        .lines()
        .filter(line -> line.contains("AS_REQ") && line.contains("ISSUE"))
        .count();
  }

  private String ticketFor(X509Certificate bound) {
    return ticket(signOn(), HOST, Optional.of(bound));
  }

  private KerberosSignOn signOn() {
    return new KerberosSignOn(settings(realm.kdc()), new Credential(ALICE, new Secret(PASSWORD)));
  }

  private static String ticket(
      KerberosSignOn signOn, String host, Optional<X509Certificate> bound) {
    KerberosAnswer answer =
        signOn.token(host, bound, Deadline.in(Duration.ofSeconds(20), Ticker.SYSTEM));
    assertThat(answer).isInstanceOf(KerberosAnswer.Token.class);
    return ((KerberosAnswer.Token) answer).base64();
  }

  private int accepted(String token, X509Certificate bound) throws Exception {
    Path der = Files.write(directory.resolve("bound.der"), bound.getEncoded());
    Path script = Path.of(GssapiTest.class.getResource("accept.py").toURI());
    return PeerProgram.run(
        Path.of("/dev/null"),
        directory.resolve("accept.out"),
        List.of(
            "env",
            "KRB5_CONFIG=" + realm.file("krb5.conf"),
            "KRB5_KTNAME=FILE:" + realm.file("http.keytab"),
            "KRB5RCACHENAME=none:",
            PeerProgram.installed("python3", "python3"),
            script.toString(),
            token,
            der.toString()));
  }

  private static X509Certificate leaf(Issued issued) throws Exception {
    try (InputStream in = Files.newInputStream(issued.certificate())) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
  }

  @Test
  void accounts_of_two_realms_sign_in_side_by_side() throws Exception {
    String other = "FABRIKAM.EXAMPLE";
    Path home = directory.resolve("other");
    try (MitRealm second =
            MitRealm.start(
                other,
                home,
                "addprinc -pw \"" + PASSWORD + "\" alice",
                "addprinc -randkey HTTP/" + HOST,
                "ktadd -k " + home + "/http.keytab HTTP/" + HOST);
        ApacheGate there = gate("there", List.of("GssapiAllowedMech krb5"), List.of(), second)) {
      KerberosSettings ofSecond =
          new KerberosSettings(
              new Realm(other, List.of(second.kdc())), Optional.empty(), Optional.empty());
      List<Report> reports =
          SideBySide.all(
              List.of(0, 1, 2, 3, 4, 5, 6, 7),
              i -> {
                try {
                  return i % 2 == 0
                      ? walk(gate, SignInMethod.KERBEROS, ALICE, PASSWORD, settings(realm.kdc()))
                      : walk(there, SignInMethod.KERBEROS, ALICE, PASSWORD, ofSecond);
                } catch (Exception e) {
                  throw new IllegalStateException(e);
                }
              });

      assertThat(reports)
          .allSatisfy(
              report -> assertThat(steps(report)).last().asString().contains("ticket issued"));
      assertThat(there.admitted()).hasSize(4).containsOnly("alice@" + other);
    }
  }

  private long failedProofs() throws Exception {
    return realm.log().lines().filter(line -> line.contains("PREAUTH_FAILED")).count();
  }

  private KerberosSettings asking(String service) {
    return new KerberosSettings(
        new Realm(REALM, List.of(realm.kdc())),
        Optional.of(ServicePrincipal.parse(service)),
        Optional.empty());
  }

  private Report walkByKeytab(String file) throws Exception {
    Path keytab = realm.file(file);
    return walk(
        gate,
        SignInMethod.KERBEROS,
        ALICE,
        Base64.getEncoder().encodeToString(Files.readAllBytes(keytab)),
        new KerberosSettings(
            new Realm(REALM, List.of(realm.kdc())), Optional.empty(), Optional.of(keytab)));
  }

  private static Finding found(Report report, Reason reason) {
    return report.findings().stream()
        .filter(finding -> finding.reason() == reason)
        .findFirst()
        .orElseThrow();
  }

  private void assertAdmitted(String user, ApacheGate at, Report report) throws Exception {
    assertThat(steps(report)).last().asString().contains("ticket issued");
    assertThat(at.admitted()).contains(user);
  }

  private static List<String> steps(Report report) {
    return report.stages().stream()
        .filter(stage -> stage.stage() == Stage.TICKET)
        .map(StageResult::steps)
        .flatMap(List::stream)
        .map(step -> step.asked() + ": " + step.answered())
        .toList();
  }

  private static KerberosSettings settings(String... kdcs) {
    return new KerberosSettings(
        new Realm(REALM, List.of(kdcs)), Optional.empty(), Optional.empty());
  }

  private Report walk(ApacheGate at, SignInMethod method, UserName user, String password)
      throws Exception {
    return walk(at, method, user, password, Optional.empty());
  }

  private Report walk(
      ApacheGate at, SignInMethod method, UserName user, String password, KerberosSettings kerberos)
      throws Exception {
    return walk(at, method, user, password, Optional.of(kerberos));
  }

  private Report walk(
      ApacheGate at,
      SignInMethod method,
      UserName user,
      String password,
      Optional<KerberosSettings> kerberos)
      throws Exception {
    SecretSource secret = () -> new SecretSource.Reading.Available(new Secret(password));
    FileLockoutGuard guard =
        new FileLockoutGuard(
            Files.createTempDirectory(directory, "guard"),
            Duration.ofHours(1),
            InstantSource.system(),
            RANDOM);
    SignInAddress address = SignInAddress.parse("alice@contoso.example");
    SignInWalk walk =
        new SignInWalk(
            LoopbackNetwork.trusting(authority.root())
                .moving(443, at.port())
                .moving(80, closed.port())
                .network(),
            new TrustRule(address.domain(), Set.of()),
            Discovery.byRecords(Expectations.DEFAULT),
            Optional.of(address),
            Optional.of(
                new SignIn(
                    user,
                    secret,
                    method,
                    guard,
                    RANDOM,
                    kerberos.map(Means::of).orElse(Means.NONE),
                    Optional.empty(),
                    Optional.empty())),
            Representation.LEGACY_XML,
            new RememberedUrls(),
            SignInWalk.LONGEST);
    return new SignInProbe("alice", walk).run();
  }
}
