package io.lyncwatch.agent.lab;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lyncwatch.agent.cli.Commands;
import io.lyncwatch.agent.config.ConfigurationReader;
import io.lyncwatch.agent.config.Machine;
import io.lyncwatch.agent.config.Problem;
import io.lyncwatch.agent.config.TestingKeytab;
import io.lyncwatch.agent.demo.LabFiles;
import io.lyncwatch.agent.run.Agent;
import io.lyncwatch.discovery.report.ProbeKind;
import io.lyncwatch.lab.Lab;
import io.lyncwatch.lab.LabSettings;
import io.lyncwatch.lab.TopologyKind;
import io.lyncwatch.lab.certificates.UserCertificate;
import io.lyncwatch.lab.directory.User;
import io.lyncwatch.lab.web.Request;
import io.lyncwatch.lab.world.Generation;
import io.lyncwatch.lab.world.ModernAuthentication;
import io.lyncwatch.lab.world.Product;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.bouncycastle.crypto.digests.MD4Digest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/**
 * Nothing that the agent or its commands say, print, log, serve or write shows a secret. The whole
 * program runs against a lab with accounts of every kind, its commands also against one with an
 * authority outside; then all that came out of it is searched for each secret of the day in every
 * form that it could have.
 */
class EmittedSecretsTest {
  private static final String PASSWORD = "Grüße+an/die=Küche & 100%<Xyzzy>";
  private static final String WRONG = "Falscher-Hase-%7";
  private static final String IN_CLEAR = "Nie-im-Klartext-8";
  private static final String PHRASE = "Öffne mir & niemandem %12";
  private static final String WRONG_PROGRAM = "Kein=Programm+weiß&das~9";
  private static final byte[] KERBEROS_KEY = "32 bytes that no one may know of".getBytes(UTF_8);
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir private static Path directory;

  private static String emitted = "";
  private static final Map<Kind, List<List<String>>> SECRETS = new LinkedHashMap<>();

  /** What must not come out. */
  enum Kind {
    PASSWORD,
    PKCS12_PASSWORD,
    CLIENT_KEY,
    CLIENT_SECRET,
    KERBEROS_KEY,
    KERBEROS_TICKET,
    NT_HASH,
    WEB_TICKET,
    TICKET_SEAL,
    BEARER_TOKEN,
    AUTHORITY_TOKEN,
    NTLM_MESSAGE,
    NTLM_PROOF
  }

  @BeforeAll
  static void runEverything() throws Exception {
    try (Lab lab = Lab.start(settings());
        Lab modern = Lab.start(modern());
        Emissions emissions = new Emissions()) {
      LabFiles files = files(lab);
      runAgent(files.configuration(), emissions);
      check(emissions, files, "alice", "json");
      check(emissions, files, "bob", "text");
      check(emissions, files, "dave", "json");
      check(emissions, files, "zoe", "text");
      check(emissions, files, "ivan", "json");
      check(emissions, files, "judy", "text");
      check(emissions, files, "kate", "json");
      check(emissions, files, "lara", "text");
      check(emissions, files, "zoe", "html");
      check(emissions, files, "lara", "html");
      check(emissions, files, "dave", "nagios");
      checkModern(emissions, modern);
      command(emissions, "config", "check", files.configuration().toString());
      command(emissions, "config", "check", inClear().toString());
      command(emissions, "metrics");
      command(emissions, "reasons");
      emissions.addFiles(
          directory,
          List.of(
              files.passwords(),
              files.certificates(),
              files.keytabs(),
              modernFolder().resolve("keytabs"),
              modernFolder().resolve("passwords"),
              modernFolder().resolve("certificates"),
              inClear()));
      emitted = emissions.all();
      gather(lab);
      gatherModern(modern);
    }
  }

  @AfterAll
  static void forget() {
    emitted = "";
    SECRETS.clear();
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void no_secret_comes_out_in_any_form(Kind kind) {
    List<List<String>> secrets = SECRETS.getOrDefault(kind, List.of());
    assertThat(secrets).as("the day had such secrets").isNotEmpty();
    for (List<String> forms : secrets) {
      for (String form : forms) {
        assertThat(form.length()).as("long enough to be told from chance").isGreaterThan(7);
        assertThat(emitted.contains(form))
            .as(
                "a secret of kind %s came out as %s characters: %s",
                kind, form.length(), around(form))
            .isFalse();
      }
    }
  }

  @Test
  void what_was_searched_is_what_the_program_says() {
    assertThat(emitted)
        .contains(
            "ticket issued",
            "reused, valid until",
            "token issued",
            "auth_rejected",
            "auth_account_blocked",
            "WebTicketService.svc/cert, client certificate",
            "password grant",
            "client_credentials grant",
            "the secret of the program",
            "auth_kdc_unreachable",
            "Kerberos ticket",
            "account_guarded",
            "lyncwatch_account_guarded{",
            "<title>",
            "<svg",
            "LYNCWATCH UNKNOWN",
            "a password never stands in this file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s", "x%s", "xy%s", "%sz"})
  void a_secret_in_a_longer_message_is_found_in_base64(String message) {
    String encoded =
        Base64.getEncoder().encodeToString(message.formatted(PASSWORD).getBytes(UTF_8));

    assertThat(Disguises.of(PASSWORD)).anyMatch(encoded::contains);
  }

  /** The words before a secret tell where it came out. */
  private static String around(String form) {
    int at = emitted.indexOf(form);
    return at < 0 ? "" : emitted.substring(Math.max(0, at - 60), at);
  }

  private static LabSettings settings() {
    return LabSettings.defaults()
        .withUser(user("zoe"))
        .withUser(user("ivan"))
        .withUser(user("judy"))
        .withUser(user("kate"))
        .withUser(user("lara"));
  }

  /** Whose servers take tokens of an authority outside only. */
  private static LabSettings modern() {
    return LabSettings.defaults()
        .withTopology(TopologyKind.STANDARD)
        .withProduct(Product.of(Generation.SFB_2019).with(ModernAuthentication.ONLY));
  }

  private static User user(String name) {
    return new User(
        name + "@contoso.example",
        "CONTOSO",
        name,
        PASSWORD,
        true,
        Optional.of("pool01.corp.contoso.example"));
  }

  private static LabFiles files(Lab lab) throws IOException {
    List<User> accounts = named(lab, "alice", "bob", "carol", "dave", "grace", "zoe");
    accounts.addAll(named(lab, "ivan", "judy", "kate", "lara"));
    LabFiles files = LabFiles.write(lab, directory, accounts, "127.0.0.1:0");
    String text = Files.readString(files.configuration());
    text = signingIn(text, "alice", "sign-in: ntlm", "reuse-tickets: true");
    text = signingIn(text, "bob", "sign-in: oauth", "password-expires: 2020-01-31");
    text = signingIn(text, "grace", "sign-in: password");
    text = signingIn(text, "zoe", "sign-in: password");
    text = having(text, "ivan", "certificate: {file: %s.p12, password: {file: passwords/phrase}}");
    text = having(text, "judy", "certificate: {file: %1$s.pem, key: %1$s.key}");
    text =
        having(
            text,
            "kate",
            "keytab: passwords/kate.keytab",
            "kerberos: {realm: CONTOSO.EXAMPLE, kdc: [\"127.0.0.1:1\"]}");
    text =
        having(
            text,
            "lara",
            "keytab: keytabs/lara@contoso.example.keytab",
            "kerberos: {realm: %s, kdc: [\"%s:%d\"]}"
                .formatted(
                    lab.realm().name(),
                    lab.kdc().getAddress().getHostAddress(),
                    lab.kdc().getPort()));
    Files.writeString(files.configuration(), text.replace("sign-in: 10s", "sign-in: 3s"));
    Files.writeString(files.passwords().resolve("dave@contoso.example"), WRONG);
    Files.writeString(files.passwords().resolve("phrase"), PHRASE);
    Files.write(
        files.passwords().resolve("kate.keytab"),
        TestingKeytab.of(TestingKeytab.entry("kate", 0, 1, KERBEROS_KEY)));
    UserCertificate ivan = lab.certificate(lab.user("ivan@contoso.example"));
    UserCertificate judy = lab.certificate(lab.user("judy@contoso.example"));
    Path certificates = files.certificates();
    Files.write(certificates.resolve("ivan@contoso.example.p12"), ivan.pkcs12(PHRASE));
    Files.writeString(certificates.resolve("judy@contoso.example.pem"), judy.chainPem());
    Files.writeString(certificates.resolve("judy@contoso.example.key"), judy.keyPem());
    SECRETS.put(
        Kind.CLIENT_KEY,
        Stream.of(ivan, judy).map(own -> Disguises.of(own.key(), own.keyPem())).toList());
    return files;
  }

  private static List<User> named(Lab lab, String... names) {
    return new ArrayList<>(
        lab.users().stream().filter(user -> List.of(names).contains(user.name())).toList());
  }

  private static Path modernFolder() {
    return directory.resolve("modern");
  }

  /** With the secret of a program beside a password and alone, right and wrong. */
  private static void checkModern(Emissions emissions, Lab lab) throws IOException {
    LabFiles files =
        LabFiles.write(
            lab,
            Files.createDirectories(modernFolder()),
            named(lab, "alice", "bob"),
            "127.0.0.1:0");
    String text = "client: ucwa-json\n" + Files.readString(files.configuration());
    Files.writeString(files.configuration(), having(text, "alice", "sign-in: oauth"));
    check(emissions, files, "alice", "text");
    check(emissions, files, "bob", "text");
    Files.writeString(files.passwords().resolve("program"), WRONG_PROGRAM);
    check(emissions, files, "alice", "json");
    command(emissions, "config", "check", files.configuration().toString());
  }

  private static String signingIn(String text, String who, String... settings) {
    return text.replaceFirst(passwordOf(who), "$1$2\n$1" + String.join("\n$1", settings));
  }

  /** The same in the place of a password; {@code %s} is where the certificates are. */
  private static String having(String text, String who, String... settings) {
    return text.replaceFirst(
        passwordOf(who),
        "$1"
            + Matcher.quoteReplacement(
                    String.join("\n", settings)
                        .formatted("certificates/" + who + "@contoso.example"))
                .replace("\n", "\n$1"));
  }

  private static String passwordOf(String who) {
    return "(?m)^( *)(password: \\{file: passwords/" + who + "@contoso.example})$";
  }

  private static Path inClear() throws IOException {
    return Files.writeString(
        directory.resolve("in-clear.yml"),
        """
        domains:
          - domain: contoso.example
            accounts:
              - {name: a, address: a@contoso.example, password: "%s"}
              - {name: b, address: b@contoso.example, password: {"%s": x}}
        """
            .formatted(IN_CLEAR, IN_CLEAR));
  }

  private static void runAgent(Path configuration, Emissions emissions) throws Exception {
    var read = new ConfigurationReader(machine(), Problem.Level.WARNING).read(configuration);
    emissions.add(read);
    try (Agent agent = Agent.start(read.configuration())) {
      await()
          .atMost(PATIENCE)
          .until(
              () -> agent.latest().states().stream().allMatch(state -> state.latest().isPresent()));
      await().atMost(PATIENCE).until(() -> again(agent));
      agent.latest().states().forEach(emissions::add);
      for (String path : List.of("/", "/metrics", "/-/healthy", "/-/ready", "/nowhere")) {
        emissions.add(get(agent.address(), path));
      }
    }
  }

  /** Whether an account has signed in with the ticket of an earlier walk. */
  private static boolean again(Agent agent) {
    return agent.latest().states().stream()
        .filter(state -> state.target().probe() == ProbeKind.SIGN_IN)
        .anyMatch(state -> state.toString().contains("reused, valid until"));
  }

  private static String get(InetSocketAddress address, String path) throws Exception {
    URI url = URI.create("http://127.0.0.1:" + address.getPort() + path);
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(url).header("Accept", "*/*").build(),
              HttpResponse.BodyHandlers.ofString());
      return answer.headers().map() + answer.body();
    }
  }

  private static void check(Emissions emissions, LabFiles files, String who, String form) {
    String configuration = files.configuration().toString();
    String address = who + "@contoso.example";
    command(emissions, "check", "--config", configuration, "--output", form, address);
  }

  private static void command(Emissions emissions, String... arguments) {
    StringWriter said = new StringWriter();
    CommandLine command = Commands.on(machine());
    command.setOut(new PrintWriter(said, true));
    command.setErr(new PrintWriter(said, true));
    emissions.add(command.execute(arguments));
    emissions.add(said);
  }

  private static Machine machine() {
    return new Machine(
        () -> "host", List::of, Map.of(), directory, directory.resolve("no-service"), false);
  }

  /** What was secret on that day: as it was configured, and as it came to the lab. */
  private static void gather(Lab lab) {
    List<String> passwords = new ArrayList<>(List.of(WRONG, IN_CLEAR));
    lab.users().forEach(user -> passwords.add(user.password()));
    SECRETS.put(Kind.PASSWORD, passwords.stream().map(Disguises::of).toList());
    SECRETS.put(
        Kind.NT_HASH, passwords.stream().map(password -> Disguises.of(ntHash(password))).toList());
    SECRETS.put(Kind.PKCS12_PASSWORD, List.of(Disguises.of(PHRASE)));
    SECRETS.put(Kind.KERBEROS_KEY, List.of(Disguises.of(KERBEROS_KEY)));
    List<Request> requests = lab.journal().visits().stream().map(visit -> visit.request()).toList();
    SECRETS.put(
        Kind.KERBEROS_TICKET,
        headers(requests, "authorization", "Negotiate YI").stream().map(Disguises::of).toList());
    List<String> tickets = headers(requests, "x-ms-webticket", "opaque=");
    SECRETS.put(Kind.WEB_TICKET, tickets.stream().map(Disguises::of).toList());
    SECRETS.put(
        Kind.TICKET_SEAL,
        tickets.stream()
            .map(ticket -> new String(Base64.getDecoder().decode(ticket), UTF_8))
            .map(text -> text.replaceFirst("(?s).*<SignatureValue>([^<]*)<.*", "$1"))
            .map(Disguises::of)
            .toList());
    SECRETS.put(
        Kind.BEARER_TOKEN,
        headers(requests, "authorization", "Bearer cwt=").stream().map(Disguises::of).toList());
    List<String> proofs =
        headers(requests, "authorization", "NTLM ").stream()
            .filter(message -> message.startsWith("TlRMTVNTUAAD"))
            .toList();
    SECRETS.put(Kind.NTLM_MESSAGE, proofs.stream().map(Disguises::of).toList());
    SECRETS.put(
        Kind.NTLM_PROOF,
        proofs.stream().map(EmittedSecretsTest::proof).map(Disguises::of).toList());
  }

  private static void gatherModern(Lab lab) {
    SECRETS.put(
        Kind.CLIENT_SECRET,
        Stream.of(lab.program().secret(), WRONG_PROGRAM).map(Disguises::of).toList());
    SECRETS.put(
        Kind.PASSWORD,
        Stream.concat(
                SECRETS.getOrDefault(Kind.PASSWORD, List.of()).stream(),
                lab.users().stream().map(user -> Disguises.of(user.password())))
            .toList());
    List<Request> requests = lab.journal().visits().stream().map(visit -> visit.request()).toList();
    SECRETS.put(
        Kind.AUTHORITY_TOKEN,
        headers(requests, "authorization", "Bearer eyJ").stream().map(Disguises::of).toList());
  }

  private static List<String> headers(List<Request> requests, String name, String before) {
    return requests.stream()
        .flatMap(request -> request.header(name).stream())
        .filter(value -> value.startsWith(before))
        .map(value -> value.substring(before.length()))
        .distinct()
        .toList();
  }

  /** NTOWFv1, which is as good as the password: MD4 of it in UTF-16. */
  private static byte[] ntHash(String password) {
    byte[] text = password.getBytes(UTF_16LE);
    MD4Digest md4 = new MD4Digest();
    md4.update(text, 0, text.length);
    byte[] hash = new byte[md4.getDigestSize()];
    md4.doFinal(hash, 0);
    return hash;
  }

  /** The first 16 bytes of the NT response, which a type 3 message names at byte 20. */
  private static byte[] proof(String message) {
    byte[] bytes = Base64.getDecoder().decode(message);
    int at = (bytes[24] & 0xff) | (bytes[25] & 0xff) << 8;
    return Arrays.copyOfRange(bytes, at, at + 16);
  }
}
