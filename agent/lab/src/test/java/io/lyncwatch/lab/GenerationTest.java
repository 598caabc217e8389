package io.lyncwatch.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lyncwatch.lab.world.Branch;
import io.lyncwatch.lab.world.Generation;
import io.lyncwatch.lab.world.Product;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What each product says, and what it does not know yet or no more. */
class GenerationTest {
  private static final String HOST = "webpool01.contoso.example";
  private static final String ALICE = "alice@contoso.example";
  private static final String ROOT = "/Autodiscover/AutodiscoverService.svc/root";

  @ParameterizedTest
  @CsvSource({
    "LYNC_2010, Domain User",
    "LYNC_2013, Domain User Self OAuth External/XFrame Internal/XFrame XFrame",
    "SFB_2015, Domain User Self OAuth External/XFrame Internal/XFrame XFrame",
    "SFB_2019, Domain User Self OAuth External/XFrame Internal/XFrame XFrame"
  })
  void the_root_has_the_links_of_its_generation(Generation generation, String tokens)
      throws Exception {
    try (Lab lab = start(generation);
        Client client = Client.https(lab, lab.externalDns(), HOST)) {
      assertThat(tokens(client.get("/", SignInClient.LEGACY).body())).isEqualTo(tokens);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "LYNC_2010, 'Internal/Autodiscover Internal/AuthBroker External/Autodiscover"
        + " External/AuthBroker Internal/Mcx External/Mcx', true, false",
    "LYNC_2013, '', true, true",
    "SFB_2015, '', true, true",
    "SFB_2019, '', false, true"
  })
  void the_home_pool_offers_the_services_of_its_generation(
      Generation generation, String exactly, boolean mcx, boolean ucwa) throws Exception {
    try (Lab lab = start(generation)) {
      String document = new SignInClient(lab).user(lab.externalDns(), HOST, ALICE);
      if (!exactly.isEmpty()) {
        assertThat(tokens(document)).isEqualTo(exactly);
      }
      assertThat(document.contains("External/Mcx")).isEqualTo(mcx);
      assertThat(document.contains("\"Ucwa\"")).isEqualTo(ucwa);
      try (Client client = Client.https(lab, lab.externalDns(), HOST)) {
        assertThat(client.get("/Mcx/McxService.svc").status()).isEqualTo(mcx ? 200 : 404);
        assertThat(client.get("/ucwa/v1/applications").status()).isEqualTo(ucwa ? 401 : 404);
        assertThat(client.get("/xframe").status()).isEqualTo(ucwa ? 200 : 404);
        assertThat(client.get(ROOT + "/oauth/user").status()).isEqualTo(ucwa ? 401 : 404);
        assertThat(client.post("/WebTicket/oauthtoken", "grant_type=none").status())
            .isEqualTo(ucwa ? 400 : 404);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Generation.class)
  void only_skype_for_business_demands_https_and_identifies_its_answers(Generation generation)
      throws Exception {
    boolean skype = generation.isSkype();
    try (Lab lab = start(generation);
        Client client = Client.https(lab, lab.externalDns(), HOST)) {
      Client.Answer answer = client.get(ROOT + "/user", "client-request-id: 4711");
      assertThat(answer.header("Strict-Transport-Security"))
          .isEqualTo(skype ? "max-age=31536000; includeSubDomains" : "");
      assertThat(answer.header("client-request-id")).isEqualTo(skype ? "4711" : "");
      assertThat(answer.header("X-MS-Correlation-Id").isEmpty()).isNotEqualTo(skype);
      assertThat(answer.header("Server")).isEqualTo("Microsoft-IIS/" + generation.iis());
    }
  }

  @Test
  void lync_2010_prints_one_sip_port_for_everybody() throws Exception {
    try (Lab lab = start(Generation.LYNC_2010);
        Client client = Client.https(lab, lab.externalDns(), HOST)) {
      assertThat(client.get(ROOT + "/domain", SignInClient.LEGACY).body())
          .contains("<SipClientExternalAccess fqdn=\"sip.contoso.example\" port=\"5061\" />")
          .doesNotContain("443");
    }
  }

  @Test
  void skype_for_business_names_an_authorization_uri_that_leads_nowhere() throws Exception {
    try (Lab lab = start(Generation.SFB_2015);
        Client client = Client.https(lab, lab.externalDns(), HOST)) {
      assertThat(client.get(ROOT + "/oauth/user").header("WWW-Authenticate"))
          .contains("authorization_uri=\"file://client/common/oauth2/authorize\"");
    }
  }

  @Test
  void lync_2010_has_no_oauth_to_offer() {
    assertThatThrownBy(() -> new Product(Generation.LYNC_2010, Branch.BOTH))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("its only branch is web-ticket");
  }

  private static Lab start(Generation generation) throws Exception {
    return Lab.start(LabSettings.defaults().withGeneration(generation));
  }

  private static String tokens(String document) {
    return String.join(
        " ",
        Pattern.compile("token=\"([^\"]*)\"")
            .matcher(document)
            .results()
            .map(found -> found.group(1))
            .toList());
  }
}
