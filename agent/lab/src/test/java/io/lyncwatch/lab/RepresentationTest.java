package io.lyncwatch.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.lab.world.Generation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The four ways to write a resource down, and who chooses which. */
class RepresentationTest {
  private static final String HOST = "webpool01.contoso.example";
  private static final String HOST_URL = "https://" + HOST;
  private static final String ROOT = "/Autodiscover/AutodiscoverService.svc/root";
  private static final String LEGACY_XML =
      "Accept: application/vnd.microsoft.rtc.autodiscover+xml;v=1";
  private static final String LEGACY_JSON =
      "Accept: application/vnd.microsoft.rtc.autodiscover+json;v=1";
  private static final String UCWA_JSON = "Accept: application/json";
  private static final String UCWA_XML = "Accept: application/vnd.microsoft.com.ucwa+xml";

  private static Lab lab;

  @BeforeAll
  static void start() throws Exception {
    lab = Lab.start(LabSettings.defaults());
  }

  @AfterAll
  static void stop() {
    lab.close();
  }

  @Test
  void the_root_is_written_in_four_ways() throws Exception {
    assertThat(root(LEGACY_XML)).contains("<Root><Link token=\"Domain\" href=\"" + HOST_URL + ROOT);
    assertThat(root(LEGACY_JSON))
        .startsWith(
            "{\"AccessLocation\":\"External\",\"Root\":{\"Links\":[{\"href\":\"https:\\/\\/")
        .contains("\\/root\\/oauth\\/user\",\"token\":\"OAuth\"}")
        .contains("\"token\":\"External\\/XFrame\"}");
    assertThat(root(UCWA_JSON))
        .isEqualTo(
            "{\"_links\":{\"self\":{\"href\":\"%1$s%2$s\"},\"user\":{\"href\":\"%1$s%2$s/oauth/user\"},\"xframe\":{\"href\":\"%1$s/Autodiscover/XFrame/XFrame.html\"}}}"
                .formatted(HOST_URL, ROOT));
    assertThat(root(UCWA_XML))
        .contains(
            "<resource rel=\"root\" href=\"%s%s\" xmlns=\"http://schemas.microsoft.com/rtc/2012/03/ucwa\"><link rel=\"user\""
                .formatted(HOST_URL, ROOT));
  }

  @Test
  void a_redirect_is_written_in_four_ways() throws Exception {
    assertThat(plain(LEGACY_XML)).contains("<Root><Link token=\"Redirect\" href=\"" + HOST_URL);
    assertThat(plain(LEGACY_JSON))
        .endsWith(
            "{\"Links\":[{\"href\":\"%s\",\"token\":\"Redirect\"}]}}"
                .formatted((HOST_URL + ROOT).replace("/", "\\/")));
    assertThat(plain(UCWA_JSON))
        .isEqualTo("{\"_links\":{\"redirect\":{\"href\":\"" + HOST_URL + ROOT + "\"}}}");
    assertThat(plain(UCWA_XML))
        .contains("<link rel=\"redirect\" href=\"" + HOST_URL + ROOT + "\"/></resource>");
  }

  @Test
  void the_user_document_is_written_in_four_ways() throws Exception {
    assertThat(user(LEGACY_XML)).contains("<User><SipServerInternalAccess ");
    assertThat(user(LEGACY_JSON))
        .contains("\"User\":{\"SipServerInternalAccess\":{\"fqdn\":")
        .contains("\"token\":\"Internal\\/Mcx\"");
    assertThat(user(UCWA_JSON))
        .contains("\"applications\":{\"href\":\"" + HOST_URL + "/ucwa/oauth/v1/applications\"}");
    assertThat(user(UCWA_XML)).contains("<resource rel=\"user\"").contains("rel=\"applications\"");
  }

  @Test
  void the_domain_knows_only_the_legacy_forms() throws Exception {
    try (Client client = Client.https(lab, lab.externalDns(), HOST)) {
      assertThat(client.get(ROOT + "/domain", UCWA_XML).header("Content-Type"))
          .isEqualTo("application/vnd.microsoft.rtc.autodiscover+xml; v=1");
      assertThat(client.get(ROOT + "/domain", UCWA_JSON).body()).contains("\"Domain\":{");
    }
  }

  @Test
  void the_links_of_ucwa_carry_the_domain_that_a_client_began_with() throws Exception {
    try (Client client = Client.https(lab, lab.externalDns(), "lyncdiscover.contoso.example")) {
      assertThat(client.get("/", UCWA_JSON).body())
          .contains("/root/oauth/user?originalDomain=contoso.example\"");
      assertThat(client.get(ROOT + "?sipuri=alice@fabrikam.example", UCWA_XML).body())
          .contains("/root/oauth/user?originalDomain=fabrikam.example\"");
      assertThat(client.get("/?sipuri=x@%22%3E", UCWA_JSON).body()).doesNotContain("%22");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "LYNC_2010 | */* | application/vnd.microsoft.rtc.autodiscover+json; v=1",
        "LYNC_2013 | */* | application/vnd.microsoft.rtc.autodiscover+json; v=1",
        "SFB_2015 | */* | application/json",
        "SFB_2019 | text/html | application/json",
        "LYNC_2010 | application/json | application/vnd.microsoft.rtc.autodiscover+json; v=1",
        "SFB_2015 | text/html, application/xhtml+xml, application/xml;q=0.9, */* | application/xml",
        "LYNC_2010 | application/vnd.microsoft.rtc.autodiscover+xml;v=1 |"
            + " application/vnd.microsoft.rtc.autodiscover+xml; v=1"
      })
  void a_client_that_does_not_mind_gets_what_the_generation_prefers(
      Generation generation, String accept, String type) throws Exception {
    try (Lab other = Lab.start(LabSettings.defaults().withGeneration(generation));
        Client client = Client.https(other, other.externalDns(), HOST)) {
      assertThat(client.get("/", "Accept: " + accept).header("Content-Type")).isEqualTo(type);
    }
  }

  private static String root(String accept) throws Exception {
    try (Client client = Client.https(lab, lab.externalDns(), HOST)) {
      return client.get(ROOT, accept).body();
    }
  }

  private static String plain(String accept) throws Exception {
    try (Client client = Client.http(lab, lab.externalDns(), HOST)) {
      return client.get("/", accept).body();
    }
  }

  private static String user(String accept) throws Exception {
    String ticket =
        new SignInClient(lab)
            .ticket(Client.address(lab.externalDns(), HOST), HOST, "alice@contoso.example");
    try (Client client = Client.https(lab, lab.externalDns(), HOST)) {
      return client.get(ROOT + "/user", accept, "X-MS-WebTicket: opaque=" + ticket).body();
    }
  }
}
