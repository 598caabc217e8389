package io.lyncwatch.lab.ticket;

import io.lyncwatch.lab.certificates.Authority;
import io.lyncwatch.lab.certificates.AuthorityUrls;
import io.lyncwatch.lab.certificates.TlsLevel;
import io.lyncwatch.lab.certificates.UserCertificates;
import io.lyncwatch.lab.directory.User;
import io.lyncwatch.lab.web.Channel;
import io.lyncwatch.lab.web.Reply;
import io.lyncwatch.lab.web.Request;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** One site of a pool with two users, and clients that talk to it. */
final class TestingPool implements InstantSource {
  static final String WEB_HOST = "lyncweb.contoso.example";
  static final String SERVICE = "/WebTicket/WebTicketService.svc";
  static final String USER_URL =
      "https://" + WEB_HOST + "/Autodiscover/AutodiscoverService.svc/root/user";

  static final User ALICE =
      new User(
          "alice@contoso.example",
          "CONTOSO",
          "alice",
          "Pässword 1",
          true,
          Optional.of("pool01.contoso.example"));

  static final User BOB =
      new User("bob@contoso.example", "CONTOSO", "bob", "secret", false, Optional.empty());

  static final TestingNtlmClient ALICE_BY_NTLM =
      new TestingNtlmClient("CONTOSO", "alice", "Pässword 1");

  static final Authority AUTHORITY =
      new Authority(
          "Testing",
          Instant.parse("2026-11-23T08:00:00Z"),
          TlsLevel.CURRENT,
          new AuthorityUrls("http://a/1", "http://a/2", "http://a/3", "http://a/4"),
          order -> false);

  private static final Protection OPEN =
      new Protection(ExtendedProtection.ALLOW, false, Set.of(WEB_HOST));

  final TicketKey key = TicketKey.random(new Random(1));
  final TicketService service;
  final TicketVerifier verifier = new TicketVerifier(key, WEB_HOST, List.of(ALICE, BOB), this);

  private final Optional<Channel> channel;
  private Instant now = Instant.parse("2026-11-23T08:00:00Z");

  TestingPool() {
    this(OPEN, Optional.empty());
  }

  /** Whose clients all come over the same channel. */
  TestingPool(Protection protection, Optional<Channel> channel) {
    this.channel = channel;
    service =
        new TicketService(
            WEB_HOST,
            "fe01.contoso.example",
            key,
            List.of(ALICE, BOB),
            new WindowsAuthentication(protection, Optional.empty()),
            new UserCertificates(AUTHORITY, this),
            this,
            new Random(2));
  }

  @Override
  public Instant instant() {
    return now;
  }

  void advance(Duration time) {
    now = now.plus(time);
  }

  Reply get(String path) {
    return service.answer(request("c1", "GET", path, Map.of(), ""));
  }

  Reply post(String path, String body) {
    return service.answer(over(channel, request("c1", "POST", path, Map.of(), body)));
  }

  Reply post(String connection, String authorization, String body) {
    Map<String, List<String>> headers = Map.of("authorization", List.of(authorization));
    return service.answer(over(channel, request(connection, "POST", SERVICE, headers, body)));
  }

  /** Sends a type 1 and gives the type 2. */
  byte[] challenge(String connection, String scheme) {
    return challenge(connection, scheme, TestingNtlmClient.negotiate());
  }

  byte[] challenge(String connection, String scheme, byte[] negotiate) {
    Reply reply = post(connection, scheme + " " + base64(negotiate), "");
    String header = header(reply, "WWW-Authenticate");
    return Base64.getDecoder().decode(header.substring(scheme.length() + 1));
  }

  /** The whole sign-in of one client with a request of its choice. */
  Reply signIn(TestingNtlmClient client, String body) {
    byte[] challenge = challenge("c1", "NTLM");
    byte[] answer = client.authenticate(TestingNtlmClient.negotiate(), challenge);
    return post("c1", "NTLM " + base64(answer), body);
  }

  /** The ticket of a fresh sign-in of Alice. */
  String ticket() {
    return assertion(signIn(ALICE_BY_NTLM, TestingMessages.REQUEST));
  }

  static String assertion(Reply reply) {
    String end = "</saml:Assertion>";
    int start = reply.body().indexOf("<saml:Assertion ");
    return reply.body().substring(start, reply.body().indexOf(end) + end.length());
  }

  static Request withTicket(String assertion) {
    return withTicketHeader("opaque=" + base64(assertion.getBytes(StandardCharsets.UTF_8)));
  }

  static Request withTicketHeader(String value) {
    return request("c1", "GET", "/", Map.of("x-ms-webticket", List.of(value)), "");
  }

  static Request request(
      String connection,
      String method,
      String path,
      Map<String, List<String>> headers,
      String body) {
    Map<String, List<String>> all = new HashMap<>(headers);
    all.putIfAbsent("content-type", List.of("text/xml; charset=utf-8"));
    return new Request(
        connection, "https", WEB_HOST, method, path, "", Map.copyOf(all), body, Optional.empty());
  }

  private static Request over(Optional<Channel> channel, Request request) {
    return new Request(
        request.connection(),
        request.scheme(),
        request.host(),
        request.method(),
        request.path(),
        request.query(),
        request.headers(),
        request.body(),
        channel);
  }

  static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  static String header(Reply reply, String name) {
    return String.join("|", headers(reply, name));
  }

  static List<String> headers(Reply reply, String name) {
    return reply.headers().stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(Reply.Header::value)
        .toList();
  }
}
