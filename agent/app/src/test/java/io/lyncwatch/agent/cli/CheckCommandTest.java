package io.lyncwatch.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.agent.config.Machine;
import io.lyncwatch.agent.demo.LabFiles;
import io.lyncwatch.lab.Lab;
import io.lyncwatch.lab.LabSettings;
import io.lyncwatch.lab.fault.Fault;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an administrator gets from {@code lyncwatch check}. */
@Timeout(120)
class CheckCommandTest {
  private static final String ALICE = "alice@contoso.example";

  @TempDir private Path directory;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void a_healthy_sign_in_is_told_stage_by_stage() throws IOException {
    try (Lab lab = Lab.start(LabSettings.defaults())) {
      assertThat(check(lab, ALICE)).isEqualTo(0);
      assertThat(out.toString())
          .contains("internal view: works")
          .contains("external view: works")
          .contains("ticket issued")
          .contains("User document of the home pool")
          .contains("11 of 11 services answer")
          .doesNotContain("WARNING")
          .doesNotContain("ERROR");
      assertThat(out.toString()).doesNotContain(lab.user(ALICE).password());
    }
  }

  @Test
  void under_a_finding_stand_its_cause_and_its_cure() throws IOException {
    try (Lab lab = Lab.start(LabSettings.defaults().withFault(Fault.parse("pool-down")))) {
      assertThat(check(lab, ALICE)).isEqualTo(1);
      assertThat(out.toString())
          .containsSubsequence(
              "external view: broken",
              "FAIL root",
              "connection refused at 127.0.2.2",
              "ERROR tcp_refused at webpool01.contoso.example:443",
              "cause:",
              "cure:");
    }
  }

  @Test
  void a_domain_is_looked_at_as_far_as_one_gets_without_an_account() throws IOException {
    try (Lab lab = Lab.start(LabSettings.defaults())) {
      assertThat(check(lab, "contoso.example")).isEqualTo(0);
      assertThat(out.toString()).contains("ways to a ticket").doesNotContain("ticket issued");
    }
  }

  @Test
  void the_case_of_an_address_does_not_matter() throws IOException {
    try (Lab lab = Lab.start(LabSettings.defaults())) {
      assertThat(check(lab, "ALICE@Contoso.Example")).isEqualTo(0);
      assertThat(out.toString()).contains("ticket issued");
    }
  }

  @Test
  void a_slip_in_the_address_is_no_sign_in_that_works() throws IOException {
    try (Lab lab = Lab.start(LabSettings.defaults())) {
      assertThat(check(lab, "alcie@contoso.example")).isEqualTo(2);
      assertThat(err.toString()).contains("alcie@contoso.example", "alice@contoso.example");
    }
  }

  @Test
  void a_password_file_that_cannot_be_read_is_told_before_anything_is_asked() {
    String none = directory.resolve("none").toString();

    assertThat(run("check", ALICE, "--resolver", "127.0.0.1:1", "--password-file", none))
        .isEqualTo(2);
    assertThat(err.toString()).contains("cannot read").doesNotContain("looking at");
  }

  @Test
  void a_lab_leaves_a_configuration_alone_that_is_not_a_labs() throws IOException {
    Path own = Files.writeString(directory.resolve("lyncwatch.yml"), "domains: []");

    assertThat(run("lab", "--directory", directory.toString())).isEqualTo(3);
    assertThat(err.toString()).contains(own.toString());
    assertThat(own).hasContent("domains: []");
  }

  @Test
  void a_demo_is_told_where_it_cannot_listen_before_it_starts() {
    assertThat(run("demo", "--listen", "9917")).isEqualTo(2);
    assertThat(err.toString()).contains("'9917' is not an address");
  }

  @Test
  void the_json_document_has_the_promised_shape() throws IOException {
    try (Lab lab = Lab.start(LabSettings.defaults().withFault(Fault.parse("san-missing")))) {
      assertThat(check(lab, ALICE, "--output", "json")).isEqualTo(0);
      JsonNode document = JsonMapper.shared().readTree(out.toString());

      assertThat(document.propertyNames())
          .containsExactly(
              "target",
              "healthy",
              "verdict",
              "summary",
              "views",
              "nodes",
              "todo",
              "certificates",
              "unseen",
              "unserved");
      assertThat(document.get("healthy").asBoolean()).isTrue();
      JsonNode external = document.get("views").get(1);
      assertThat(external.get("view").asString()).isEqualTo("external");
      assertThat(external.get("stages").get(0).propertyNames())
          .containsExactly("stage", "success", "seconds", "asked", "answered");
      assertThat(external.get("findings").get(0).propertyNames())
          .containsExactly(
              "reason", "severity", "role", "stage", "where", "evidence", "cause", "cure");
      assertThat(external.get("findings").get(0).get("reason").asString())
          .isEqualTo("tls_name_mismatch");
      JsonNode certificate = document.get("certificates").get(0);
      assertThat(certificate.propertyNames())
          .containsExactly(
              "subject",
              "issuer",
              "serial",
              "sha256",
              "ends",
              "endpoints",
              "domains",
              "findings",
              "names",
              "request");
      assertThat(certificate.get("request").propertyNames())
          .containsExactly("file", "names", "leftOut", "openssl");
    }
  }

  @Test
  void the_first_line_is_the_verdict_and_what_to_do_stands_after_the_tree() throws IOException {
    try (Lab lab = Lab.start(LabSettings.defaults().withFault(Fault.parse("pool-down")))) {
      assertThat(check(lab, ALICE)).isEqualTo(1);
      assertThat(out.toString().lines().findFirst().orElseThrow())
          .startsWith(ALICE + ": It is broken inside and outside: ");
      assertThat(out.toString()).containsSubsequence("internal view:", "what to do", "  1. ");
    }
  }

  @Test
  void a_plugin_of_nagios_gets_its_line_and_its_exit_code() throws IOException {
    try (Lab lab = Lab.start(LabSettings.defaults().withFault(Fault.parse("san-missing")))) {
      assertThat(check(lab, ALICE, "--output", "nagios")).isEqualTo(1);
      assertThat(out.toString().lines().findFirst().orElseThrow())
          .startsWith("LYNCWATCH WARNING - " + ALICE + ": It works inside and outside, with a ")
          .containsPattern("\\| internal=\\d+\\.\\d{3}s;;;0 external=\\S+ certificate_days=\\d+$");
    }
  }

  @Test
  void a_plugin_that_cannot_look_says_so_where_it_is_read_and_is_not_critical() {
    assertThat(run("check", "--output", "nagios", "not a domain")).isEqualTo(3);
    assertThat(out.toString()).startsWith("LYNCWATCH UNKNOWN - not a domain: ");
  }

  @Test
  void a_slip_in_the_options_of_a_plugin_is_not_critical_either() {
    assertThat(run("check", "--output=nagios", "--confg", "x", ALICE)).isEqualTo(3);
    assertThat(out.toString()).startsWith("LYNCWATCH UNKNOWN - check: Unknown option");
  }

  @Test
  void the_page_draws_who_issues_a_kerberos_ticket() throws IOException {
    try (Lab lab = Lab.start(LabSettings.defaults())) {
      LabFiles files = files(lab);
      Files.writeString(
          files.configuration(),
          Files.readString(files.configuration()).replace("# kerberos:", "kerberos:"));
      assertThat(check(files, ALICE, "--output", "html")).isEqualTo(0);
      assertThat(out.toString()).contains(">Kerberos realm</text>", "issued by CORP.CONTOSO");
    }
  }

  @Test
  void a_certificate_that_ends_soon_where_no_walk_asks_is_a_warning_in_every_form()
      throws IOException {
    try (Lab lab = Lab.start(LabSettings.defaults().withFault(Fault.parse("crl-ending")))) {
      assertThat(check(lab, ALICE, "--output", "nagios")).isEqualTo(1);
      assertThat(out.toString()).startsWith("LYNCWATCH WARNING").contains("tls_crl_ending");
    }
  }

  @Test
  void the_page_for_a_ticket_stands_alone_and_draws_the_requests() throws IOException {
    try (Lab lab = Lab.start(LabSettings.defaults().withFault(Fault.parse("pool-down")))) {
      assertThat(check(lab, ALICE, "--output", "html")).isEqualTo(1);
      assertThat(out.toString())
          .startsWith("<!DOCTYPE html>")
          .contains("What to do", "<svg", "lyncdiscoverinternal.contoso.example", ">ticket</text>")
          .doesNotContain("<script", "src=", "href=", lab.user(ALICE).password());
    }
  }

  @Test
  void a_certificate_that_lacks_a_name_is_told_with_the_request_to_make() throws IOException {
    try (Lab lab =
        Lab.start(
            LabSettings.defaults()
                .withDomains("contoso.example", "fabrikam.example")
                .withFault(Fault.parse("san-missing=fabrikam.example")))) {
      assertThat(check(lab, "fabrikam.example")).isEqualTo(0);
      assertThat(out.toString())
          .containsSubsequence(
              "certificates: refused by careful clients",
              "1 without a name that clients ask for",
              "LACK CN=dirweb.contoso.example",
              "by    CN=",
              "at    lyncdiscover.fabrikam.example:443 (internal, external)",
              "lacks lyncdiscover.fabrikam.example",
              "request for dirweb.contoso.example",
              "[alt_names]",
              "DNS.1 = dirweb.contoso.example",
              "DNS.2 = lyncdiscover.fabrikam.example");
    }
  }

  @Test
  void a_revoked_certificate_counts_as_broken_though_the_walk_goes_on() throws IOException {
    try (Lab lab =
        Lab.start(LabSettings.defaults().withFault(Fault.parse("certificate-revoked")))) {
      assertThat(check(lab, ALICE)).isEqualTo(1);
      assertThat(out.toString())
          .containsSubsequence(
              "external view: works",
              "certificates: broken",
              "ERROR tls_revoked",
              "cause:",
              "cure:");
    }
  }

  @Test
  void what_the_walk_told_of_a_certificate_stands_below_it_in_short() throws IOException {
    try (Lab lab =
        Lab.start(LabSettings.defaults().withFault(Fault.parse("certificate-expired")))) {
      check(lab, ALICE);
      assertThat(out.toString())
          .containsSubsequence(
              "cure:",
              "certificates: refused by careful clients",
              "FAIL CN=dirweb.contoso.example, ended ",
              "also  tls_expired",
              ": see above");
    }
  }

  @Test
  void what_holds_for_several_certificates_is_told_once() throws IOException {
    try (Lab lab = Lab.start(LabSettings.defaults())) {
      assertThat(check(lab, ALICE)).isEqualTo(0);
      assertThat(out.toString())
          .containsSubsequence(
              "certificates: sound", "INFO tls_not_public", "also  tls_not_public: see above")
          .containsOnlyOnce("INFO tls_not_public");
    }
  }

  @Test
  void one_certificate_for_many_domains_is_told_once_with_all_of_them() throws IOException {
    try (Lab lab = Lab.start(LabSettings.defaults().withExtraDomains(49))) {
      assertThat(check(lab, "contoso.example", "--output", "json")).isEqualTo(0);
      List<JsonNode> proxy =
          JsonMapper.shared()
              .readTree(out.toString())
              .get("certificates")
              .valueStream()
              .filter(one -> one.get("subject").asString().equals("CN=dirweb.contoso.example"))
              .toList();

      assertThat(proxy).hasSize(1);
      assertThat(proxy.getFirst().get("domains")).hasSize(50);
      assertThat(proxy.getFirst().has("request")).isFalse();
    }
  }

  @Test
  void an_endpoint_that_presents_nothing_is_told_beside() throws IOException {
    try (Lab lab = Lab.start(LabSettings.defaults())) {
      LabFiles files = files(lab);
      Files.writeString(
          files.configuration(),
          "endpoints: [{endpoint: none.contoso.example, view: external}]\n",
          StandardOpenOption.APPEND);

      assertThat(check(files, "contoso.example")).isEqualTo(1);
      assertThat(out.toString())
          .containsSubsequence(
              "certificates: broken",
              "NONE none.contoso.example:443 (external)",
              "knows no such name",
              "cure:");
    }
  }

  @Test
  void machines_behind_the_proxy_tell_it_from_the_front_end() throws IOException {
    try (Lab lab = Lab.start(LabSettings.defaults().withFault(Fault.parse("bridged-to-443")))) {
      LabFiles files = files(lab);
      Files.writeString(
          files.configuration(),
          "behind-proxy: [{name: dir01, address: 127.0.1.1, https: %d, http: %d}]\n"
              .formatted(lab.ports().externalHttps(), lab.ports().externalHttp()),
          StandardOpenOption.APPEND);

      assertThat(check(files, ALICE)).isEqualTo(1);
      assertThat(out.toString())
          .containsSubsequence(
              "external view: broken", "dir01, asked directly: works", "at the reverse proxy");
      out.getBuffer().setLength(0);
      assertThat(check(files, ALICE, "--output", "json")).isEqualTo(1);
      JsonNode node = JsonMapper.shared().readTree(out.toString()).get("nodes").get(0);
      assertThat(node.get("node").asString()).isEqualTo("dir01");
      assertThat(node.get("outcome").asString()).isEqualTo("success");
    }
  }

  @Test
  void a_machine_that_cannot_be_reached_directly_is_told_beside_views_that_work()
      throws IOException {
    try (Lab lab = Lab.start(LabSettings.defaults())) {
      LabFiles files = files(lab);
      Files.writeString(
          files.configuration(),
          "behind-proxy: [{name: dir01, address: 127.0.1.1, https: 1, http: 1}]\n",
          StandardOpenOption.APPEND);

      assertThat(check(files, ALICE)).isEqualTo(0);
      assertThat(out.toString())
          .containsSubsequence("external view: works", "dir01, asked directly: broken");
      out.getBuffer().setLength(0);
      assertThat(check(files, ALICE, "--output", "json")).isEqualTo(0);
      JsonNode document = JsonMapper.shared().readTree(out.toString());
      assertThat(document.get("healthy").asBoolean()).isTrue();
      assertThat(document.get("nodes").get(0).get("outcome").asString()).isEqualTo("failure");
    }
  }

  @Test
  void options_stand_in_for_a_configuration() throws IOException {
    try (Lab lab = Lab.start(LabSettings.defaults())) {
      LabFiles files = files(lab);
      int code =
          run(
              "check",
              ALICE,
              "--resolver",
              "127.0.53.2:" + lab.externalDns().getPort() + "=external",
              "--trust",
              files.root().toString(),
              "--username",
              "CONTOSO\\alice",
              "--password-file",
              files.passwords().resolve(ALICE).toString(),
              "--connect-to",
              ":443::" + lab.httpsPort(),
              "--connect-to",
              ":80::" + lab.httpPort());

      assertThat(code).as(err.toString()).isEqualTo(0);
      assertThat(out.toString()).contains("ticket issued");
    }
  }

  @Test
  void a_guarded_account_is_not_tried_and_the_exit_code_says_so() throws IOException {
    try (Lab lab = Lab.start(LabSettings.defaults())) {
      LabFiles files = files(lab);
      Files.writeString(files.passwords().resolve(ALICE), "wrong\n");

      assertThat(check(files, ALICE)).isEqualTo(1);
      assertThat(check(files, ALICE)).isEqualTo(3);
      assertThat(out.toString().replaceAll("\\s+", " "))
          .contains("account_guarded", "It is held back for another 23 h 59 min until 20")
          .contains("a changed one is tried at once");
    }
  }

  @Test
  void what_is_neither_an_address_nor_a_domain_is_a_usage_error_in_one_line() {
    assertThat(run("check", "not a domain")).isEqualTo(2);
    assertThat(err.toString().lines())
        .containsExactly("lyncwatch: 'not a domain' is not a host name");
  }

  private int check(Lab lab, String target, String... options) throws IOException {
    return check(files(lab), target, options);
  }

  private int check(LabFiles files, String target, String... options) {
    String[] arguments = new String[4 + options.length];
    arguments[0] = "check";
    arguments[1] = "--config";
    arguments[2] = files.configuration().toString();
    arguments[3] = target;
    System.arraycopy(options, 0, arguments, 4, options.length);
    return run(arguments);
  }

  private LabFiles files(Lab lab) throws IOException {
    return LabFiles.write(lab, directory, LabFiles.everybody(lab), "127.0.0.1:0");
  }

  private int run(String... arguments) {
    Machine machine =
        new Machine(
            () -> "host",
            List::of,
            Map.of("STATE_DIRECTORY", directory.resolve("state").toString()),
            directory,
            directory.resolve("no-service"),
            false);
    CommandLine command = Commands.on(machine);
    command.setOut(new PrintWriter(out, true));
    command.setErr(new PrintWriter(err, true));
    command.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    return command.execute(arguments);
  }
}
