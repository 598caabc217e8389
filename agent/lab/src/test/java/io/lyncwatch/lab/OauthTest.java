package io.lyncwatch.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.lab.directory.User;
import io.lyncwatch.lab.world.Branch;
import io.lyncwatch.lab.world.Generation;
import io.lyncwatch.lab.world.Product;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Signing in with bearer tokens. */
class OauthTest {
  private static final String HOST = "webpool01.contoso.example";
  private static final String ROOT = "/Autodiscover/AutodiscoverService.svc/root";
  private static final String USER = ROOT + "/oauth/user";
  private static final String TOKENS = "/WebTicket/oauthtoken";
  private static final String APPLICATIONS = "/ucwa/oauth/v1/applications";
  private static final String FORM =
      "Content-Type: application/x-www-form-urlencoded;charset='utf-8'";
  private static final String JSON = "Accept: application/json";
  private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"(cwt=AAEB[^\"]+)\"");

  private static volatile Duration ahead = Duration.ZERO;

  private static Lab lab;

  @BeforeAll
  static void start() throws Exception {
    lab = Lab.start(LabSettings.defaults().withClock(() -> Instant.now().plus(ahead)));
  }

  @AfterAll
  static void stop() {
    lab.close();
  }

  @Test
  void a_user_without_a_token_is_told_where_to_get_one_and_how() throws Exception {
    try (Client client = connect(HOST)) {
      Client.Answer answer = client.get(USER, JSON);
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.headers().get("www-authenticate"))
          .containsExactly(
              "Bearer"
                  + " trusted_issuers=\"00000002-0000-0ff1-ce00-000000000000@contoso.example\","
                  + " client_id=\"00000004-0000-0ff1-ce00-000000000000\"",
              "MsRtcOAuth href=\"https://webpool01.contoso.example/WebTicket/oauthtoken\","
                  + "grant_type=\"urn:microsoft.rtc:windows,urn:microsoft.rtc:anonmeeting,password\"");
    }
  }

  @Test
  void a_password_buys_a_token_that_opens_the_user_document() throws Exception {
    try (Client client = connect(HOST)) {
      Client.Answer answer = client.post(TOKENS, grant("alice"), FORM);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
      assertThat(answer.body())
          .matches(
              "\\{\"access_token\":\"cwt=AAEB[^\"]+\",\"expires_in\":28\\d{3},\"ms_rtc_identityscope\":\"local\",\"token_type\":\"Bearer\"}");
      assertThat(client.get(USER, JSON, bearer(answer)).body())
          .contains("\"applications\":{\"href\":\"https://" + HOST + APPLICATIONS + "\"}");
      assertThat(client.get(USER, SignInClient.LEGACY, bearer(answer)).body())
          .contains("token=\"Ucwa\"");
    }
  }

  @Test
  void a_director_redirects_a_bearer_home() throws Exception {
    try (Client client = connect("dirweb.contoso.example")) {
      String bearer = bearer(client.post(TOKENS, grant("bob"), FORM));
      assertThat(client.get(USER, JSON, bearer).body())
          .contains("\"redirect\":{\"href\":\"https://webpool02.contoso.example" + ROOT + "\"}")
          .contains("\"self\":{");
    }
  }

  @Test
  void a_wrong_password_is_an_invalid_grant() throws Exception {
    try (Client client = connect(HOST)) {
      Client.Answer answer =
          client.post(
              TOKENS, "grant_type=password&username=alice%40contoso.example&password=no", FORM);
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.body()).isEqualTo("{\"error\":\"invalid_grant\"}");
      assertThat(answer.header("X-Ms-diagnostics"))
          .isEqualTo(
              "28020;source=\"fe01.corp.contoso.example\";reason=\"No valid security token.\"");
    }
  }

  @Test
  void a_user_who_is_not_enabled_gets_no_token() throws Exception {
    try (Client client = connect(HOST)) {
      assertThat(client.post(TOKENS, grant("carol"), FORM).header("X-Ms-diagnostics"))
          .startsWith("28000;");
    }
  }

  @Test
  void what_is_no_proper_request_is_told_by_its_kind() throws Exception {
    try (Client client = connect(HOST)) {
      Client.Answer unknown = client.post(TOKENS, "grant_type=none", FORM);
      assertThat(unknown.status()).isEqualTo(400);
      assertThat(unknown.body()).isEqualTo("{\"error\":\"unsupported_grant_type\"}");
      assertThat(unknown.header("X-Ms-diagnostics"))
          .contains("28029;")
          .contains("Authentication type not allowed.");
      assertThat(client.post(TOKENS, "username=alice", FORM).body()).contains("invalid_request");
      assertThat(client.post(TOKENS, "grant_type=password&username=a", FORM).body())
          .contains("invalid_request");
      assertThat(client.post(TOKENS, "grant_type=%zz", FORM).body()).contains("invalid_request");
      assertThat(client.post(TOKENS, "grant_type=password&scope=some", FORM).body())
          .contains("invalid_scope");
      assertThat(client.post(TOKENS, "grant_type=urn:microsoft.rtc:anonmeeting", FORM).body())
          .contains("invalid_grant");
      assertThat(client.get(TOKENS).status()).isEqualTo(405);
    }
  }

  @Test
  void the_windows_grant_asks_for_windows_authentication() throws Exception {
    try (Client client = connect(HOST)) {
      Client.Answer answer = client.post(TOKENS, "grant_type=urn:microsoft.rtc:windows", FORM);
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.header("WWW-Authenticate")).isEqualTo("Negotiate, NTLM");
    }
  }

  @Test
  void a_token_is_good_at_the_site_that_gave_it_only() throws Exception {
    try (Client here = connect(HOST);
        Client elsewhere = connect("webpool02.contoso.example");
        Client inside = Client.https(lab, lab.internalDns(), "pool01.corp.contoso.example")) {
      String bearer = bearer(here.post(TOKENS, grant("alice"), FORM));
      assertThat(here.get(USER, bearer).status()).isEqualTo(200);
      for (Client client : new Client[] {elsewhere, inside}) {
        Client.Answer answer = client.get(USER, bearer);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("X-Ms-diagnostics")).startsWith("28055;");
      }
    }
  }

  @Test
  void a_damaged_token_is_invalid() throws Exception {
    try (Client client = connect(HOST)) {
      String bearer = bearer(client.post(TOKENS, grant("alice"), FORM));
      String damaged = bearer.substring(0, bearer.length() - 8) + "AAAAAAA=";
      assertThat(client.get(USER, damaged).header("X-Ms-diagnostics")).startsWith("28055;");
      assertThat(client.get(USER, "Authorization: Bearer cwt=").status()).isEqualTo(401);
    }
  }

  @Test
  void a_token_expires_after_eight_hours() throws Exception {
    try (Client client = connect(HOST)) {
      String bearer = bearer(client.post(TOKENS, grant("alice"), FORM));
      ahead = Duration.ofHours(8);
      assertThat(client.get(USER, bearer).status()).isEqualTo(401);
    } finally {
      ahead = Duration.ZERO;
    }
  }

  @Test
  void applications_open_to_a_token() throws Exception {
    try (Client client = connect(HOST)) {
      Client.Answer refused = client.get(APPLICATIONS);
      assertThat(refused.status()).isEqualTo(401);
      assertThat(refused.header("WWW-Authenticate")).contains("MsRtcOAuth href=");
      String bearer = bearer(client.post(TOKENS, grant("alice"), FORM));
      assertThat(client.get(APPLICATIONS, bearer).status()).isEqualTo(200);
      Client.Answer made = client.post(APPLICATIONS, "{}", bearer);
      assertThat(made.status()).isEqualTo(201);
      Matcher self = Pattern.compile("\"href\":\"([^\"]+)\"").matcher(made.body());
      assertThat(self.find()).isTrue();
      assertThat(client.delete(self.group(1)).status()).isEqualTo(401);
      assertThat(client.delete(self.group(1), bearer).status()).isEqualTo(204);
    }
  }

  @Test
  void a_deployment_may_offer_web_tickets_only() throws Exception {
    try (Lab tickets = Lab.start(branch(Branch.WEB_TICKET));
        Client client = Client.https(tickets, tickets.externalDns(), HOST)) {
      assertThat(client.get("/", SignInClient.LEGACY).body()).doesNotContain("OAuth");
      assertThat(client.get("/", JSON).body()).contains("/root/user\"").doesNotContain("oauth");
      assertThat(client.get(USER).status()).isEqualTo(404);
      assertThat(client.post(TOKENS, "grant_type=none", FORM).status()).isEqualTo(404);
      assertThat(client.get(APPLICATIONS).status()).isEqualTo(404);
      assertThat(client.get(ROOT + "/user").header("X-MS-WebTicketURL")).isNotEmpty();
    }
  }

  @Test
  void a_deployment_may_offer_bearer_tokens_only() throws Exception {
    try (Lab oauth = Lab.start(branch(Branch.OAUTH));
        Client client = Client.https(oauth, oauth.externalDns(), HOST)) {
      Client.Answer user = client.get(ROOT + "/user");
      assertThat(user.header("X-MS-WebTicketURL")).isEmpty();
      assertThat(user.header("WWW-Authenticate")).contains("MsRtcOAuth");
      assertThat(client.get("/WebTicket/WebTicketService.svc/mex").status()).isEqualTo(404);
    }
  }

  private static LabSettings branch(Branch branch) {
    return LabSettings.defaults().withProduct(new Product(Generation.LYNC_2013, branch));
  }

  private static Client connect(String host) throws Exception {
    return Client.https(lab, lab.externalDns(), host);
  }

  private static String grant(String name) {
    User user = lab.user(name + "@contoso.example");
    return "grant_type=password&username=%s&password=%s"
        .formatted(
            URLEncoder.encode(user.domain() + "\\" + user.name(), StandardCharsets.UTF_8),
            URLEncoder.encode(user.password(), StandardCharsets.UTF_8));
  }

  private static String bearer(Client.Answer answer) {
    Matcher token = TOKEN.matcher(answer.body());
    assertThat(token.find()).as(answer.body()).isTrue();
    return "Authorization: Bearer " + token.group(1);
  }
}
