package io.lyncwatch.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.cert.X509Certificate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Type;

/** A lab is broken and mended while it runs. */
class ControlTest {
  private static final String RECORD = "lyncdiscover.contoso.example";

  private Lab lab;
  private Control control;
  private HttpClient http;

  @BeforeEach
  void start() throws IOException {
    lab = Lab.start(LabSettings.defaults());
    control = new Control(lab, List.of(), 0);
    http = HttpClient.newHttpClient();
  }

  @AfterEach
  void stop() throws IOException {
    http.close();
    control.close();
    lab.close();
  }

  @Test
  void a_fault_comes_and_goes_at_the_same_ports_with_the_same_people_and_certificates()
      throws Exception {
    LabPorts ports = lab.ports();
    String password = lab.user("alice@contoso.example").password();
    X509Certificate before = leaf();

    assertThat(ask("PUT", "/rewrite-missing").body()).startsWith("on  rewrite-missing\n");
    assertThat(status()).isEqualTo(404);

    assertThat(ask("DELETE", "/rewrite-missing").body()).doesNotContain("on  ");
    assertThat(status()).isEqualTo(200);
    assertThat(lab.ports()).isEqualTo(ports);
    assertThat(lab.user("alice@contoso.example").password()).isEqualTo(password);
    assertThat(leaf()).isEqualTo(before);
  }

  @Test
  void faults_add_up_and_a_name_stands_for_all_of_its_kind() throws Exception {
    ask("PUT", "/records-missing");
    ask("PUT", "/publishing-path-missing=meet");
    assertThat(ask("PUT", "/publishing-path-missing=abs").body())
        .contains("on  records-missing\n")
        .contains("on  publishing-path-missing=meet\n")
        .contains("on  publishing-path-missing=abs\n")
        .contains("off pool-down");
    assertThat(Client.ask(lab.externalDns(), RECORD, Type.A).getRcode()).isEqualTo(Rcode.NXDOMAIN);

    ask("DELETE", "/publishing-path-missing");
    assertThat(ask("GET", "").body())
        .contains("on  records-missing\n")
        .doesNotContain("on  publishing");
  }

  @Test
  void a_certificate_gives_way_to_one_that_is_revoked_and_comes_back() throws Exception {
    X509Certificate before = leaf();
    ask("PUT", "/certificate-revoked");
    assertThat(leaf()).isNotEqualTo(before);
    ask("DELETE", "/certificate-revoked");
    assertThat(leaf()).isEqualTo(before);
  }

  @Test
  void what_cannot_be_done_is_refused_and_the_lab_goes_on_as_it_was() throws Exception {
    HttpResponse<String> unknown = ask("PUT", "/rewrite-mising");
    assertThat(unknown.statusCode()).isEqualTo(400);
    assertThat(unknown.body()).contains("there is no fault 'rewrite-mising'");
    assertThat(ask("PUT", "/pool-down=pool09").body()).contains("pool01, pool02");
    assertThat(ask("DELETE", "/pool-down").statusCode()).isEqualTo(404);
    assertThat(ask("POST", "/pool-down").statusCode()).isEqualTo(405);
    assertThat(status()).isEqualTo(200);
    assertThat(ask("GET", "").body()).doesNotContain("on  ");
  }

  private int status() throws Exception {
    try (Client client = Client.https(lab, lab.externalDns(), RECORD)) {
      return client.get("/", SignInClient.LEGACY).status();
    }
  }

  private X509Certificate leaf() throws Exception {
    try (Client client = Client.https(lab, lab.externalDns(), RECORD)) {
      return client.served().getFirst();
    }
  }

  private HttpResponse<String> ask(String method, String path) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(control.url() + path))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
