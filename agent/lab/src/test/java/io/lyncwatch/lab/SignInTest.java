package io.lyncwatch.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.lab.directory.User;
import io.lyncwatch.lab.fault.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the servers say to users with tickets. */
class SignInTest {
  private static final String USER = "/Autodiscover/AutodiscoverService.svc/root/user";
  private static final String LEGACY = "Accept: application/vnd.microsoft.rtc.autodiscover+xml;v=1";
  private static final Pattern ASSERTION =
      Pattern.compile("<saml:Assertion .*</saml:Assertion>", Pattern.DOTALL);

  private static Lab lab;

  @BeforeAll
  static void start() throws IOException {
    lab = Lab.start(LabSettings.defaults());
  }

  @AfterAll
  static void stop() {
    lab.close();
  }

  @Test
  void the_director_sends_each_user_to_his_home_pool() throws Exception {
    assertThat(ask(lab, "dirweb.contoso.example", "alice").body())
        .contains("<User><Link token=\"Redirect\" href=\"https://webpool01.contoso.example/");
    assertThat(ask(lab, "dirweb.contoso.example", "bob").body())
        .contains("<User><Link token=\"Redirect\" href=\"https://webpool02.contoso.example/");
  }

  @Test
  void the_home_pool_lists_the_services_with_the_mobile_ones_on_the_external_name()
      throws Exception {
    assertThat(ask(lab, "webpool01.contoso.example", "alice").body())
        .contains("token=\"Internal/Mcx\" href=\"https://webpool01.contoso.example/Mcx/")
        .contains("token=\"Ucwa\" href=\"https://webpool01.contoso.example/ucwa/v1/applications\"")
        .contains("token=\"Internal/AuthBroker\" href=\"https://pool01.corp.contoso.example/");
  }

  @Test
  void another_pool_sends_a_user_home() throws Exception {
    assertThat(ask(lab, "webpool01.contoso.example", "bob").body())
        .contains("<User><Link token=\"Redirect\" href=\"https://webpool02.contoso.example/");
  }

  @Test
  void a_user_without_a_home_is_not_found() throws Exception {
    Client.Answer answer = ask(lab, "dirweb.contoso.example", "dave");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void a_ticket_of_another_pool_is_invalid() throws Exception {
    String ticket = ticket(lab, "webpool01.contoso.example", "alice");
    Client.Answer answer = present(lab, "webpool02.contoso.example", ticket);
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.header("X-Ms-diagnostics"))
        .isEqualTo(
            "28032;source=\"fe02.corp.contoso.example\";reason=\"The web ticket is invalid.\"");
  }

  @Test
  void a_stale_replica_makes_director_and_pool_point_at_each_other() throws Exception {
    Fault loop = Fault.parse("redirect-loop=bob@contoso.example");
    try (Lab broken = Lab.start(LabSettings.defaults().withFault(loop))) {
      assertThat(ask(broken, "dirweb.contoso.example", "bob").body())
          .contains("token=\"Redirect\" href=\"https://webpool01.contoso.example/");
      assertThat(ask(broken, "webpool01.contoso.example", "bob").body())
          .contains("token=\"Redirect\" href=\"https://dirweb.contoso.example/");
    }
  }

  private static Client.Answer ask(Lab lab, String host, String name) throws Exception {
    return present(lab, host, ticket(lab, host, name));
  }

  private static Client.Answer present(Lab lab, String host, String ticket) throws Exception {
    try (Client client = Client.https(lab, lab.externalDns(), host)) {
      return client.get(USER, LEGACY, "X-MS-WebTicket: opaque=" + ticket);
    }
  }

  /** By name and password, which needs one exchange only. */
  private static String ticket(Lab lab, String host, String name) throws Exception {
    User user = lab.user(name + "@contoso.example");
    try (Client client = Client.https(lab, lab.externalDns(), host)) {
      Client.Answer answer =
          client.post(
              "/WebTicket/WebTicketService.svc/Auth",
              request(
                  user.domain() + "\\" + user.name(), user.password(), "https://" + host + USER),
              "Content-Type: text/xml; charset=utf-8");
      Matcher assertion = ASSERTION.matcher(answer.body());
      assertThat(assertion.find()).as("status %d: %s", answer.status(), answer.body()).isTrue();
      return base64(assertion.group());
    }
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String request(String name, String password, String resource) {
    return """
    <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Header>\
    <o:Security s:mustUnderstand="1" \
    xmlns:o="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd">\
    <o:UsernameToken><o:Username>%s</o:Username><o:Password \
    Type="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordText">\
    %s</o:Password></o:UsernameToken></o:Security></s:Header><s:Body>\
    <t:RequestSecurityToken xmlns:t="http://docs.oasis-open.org/ws-sx/ws-trust/200512">\
    <t:RequestType>http://schemas.xmlsoap.org/ws/2005/02/trust/Issue</t:RequestType>\
    <p:AppliesTo xmlns:p="http://schemas.xmlsoap.org/ws/2004/09/policy">\
    <a:EndpointReference xmlns:a="http://www.w3.org/2005/08/addressing"><a:Address>%s</a:Address>\
    </a:EndpointReference></p:AppliesTo></t:RequestSecurityToken></s:Body></s:Envelope>\
    """
        .formatted(base64(name), base64(password), resource);
  }
}
