package io.lyncwatch.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.lab.fault.Fault;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the servers say to users with tickets. */
class SignInTest {
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
      return client.get(SignInClient.USER, SignInClient.LEGACY, "X-MS-WebTicket: opaque=" + ticket);
    }
  }

  private static String ticket(Lab lab, String host, String name) throws Exception {
    return new SignInClient(lab)
        .ticket(Client.address(lab.externalDns(), host), host, name + "@contoso.example");
  }
}
