package io.lyncwatch.agent.page;

import static io.lyncwatch.agent.page.Scene.dns;
import static io.lyncwatch.agent.page.Scene.signIn;
import static io.lyncwatch.discovery.View.EXTERNAL;
import static io.lyncwatch.discovery.View.INTERNAL;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.agent.report.TestingReports;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Stage;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatusDocumentTest {
  private static final String HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=y>&amp;";

  private final StatusDocument layout = new StatusDocument();

  @Test
  void whatever_the_wire_says_is_text() {
    String html =
        html(
            Scene.of("contoso.example")
                .fails(
                    signIn(EXTERNAL, "contoso.example", HOSTILE),
                    Finding.of(Reason.TCP_REFUSED, Stage.ROOT, HOSTILE, Map.of("endpoint", HOSTILE))
                        .with("node", HOSTILE)
                        .with(HOSTILE, "value"))
                .works(dns(EXTERNAL, "contoso.example", HOSTILE))
                .presents(
                    EXTERNAL, "lyncdiscover.contoso.example", "CN=" + HOSTILE, Duration.ofDays(3)));

    assertThat(html).doesNotContain("<script", "<img").contains("&lt;script&gt;");
    assertThat(html).contains("CN=&lt;script&gt;alert(1)&lt;/script&gt;");
  }

  @Test
  void text_that_would_turn_the_reading_direction_does_not_get_there() {
    String html =
        html(
            Scene.of("contoso.example")
                .fails(
                    signIn(EXTERNAL, "contoso.example", "alice"),
                    Finding.of(
                        Reason.TCP_REFUSED,
                        Stage.ROOT,
                        "a\u202Eb",
                        Map.of("endpoint", "c\u0000d"))));

    assertThat(html).doesNotContain("\u202E", "\u0000").contains("a b").contains("c d");
  }

  @Test
  void the_policy_allows_the_one_style_inside_and_nothing_else() throws Exception {
    Document document = layout.of(healthy().page(), true);
    Matcher style = Pattern.compile("(?s)<style>(.*)</style>").matcher(document.html());

    assertThat(style.find()).isTrue();
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.group(1).getBytes(UTF_8));
    assertThat(document.policy())
        .contains("default-src 'none'")
        .contains("style-src 'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
  }

  @Test
  void nothing_is_loaded_and_nothing_runs() {
    assertThat(html(broken()))
        .doesNotContainPattern("(?i)<script|<link|<img|<iframe|\\ssrc=|\\sstyle=|\\son[a-z]+=")
        .doesNotContainPattern("url\\(|@import");
  }

  @Test
  void it_loads_itself_anew_unless_told_not_to() {
    assertThat(layout.of(healthy().page(), true).html()).contains("http-equiv=\"refresh\"");
    assertThat(layout.of(healthy().page(), false).html()).doesNotContain("http-equiv");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html lang=\"en\">",
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
        "<title>✖ 1 broken · Lyncwatch</title>",
        "<main>",
        "<h1>1 of 1 SIP domains broken: contoso.example (sign-in fails for alice).</h1>",
        "<caption>Inside</caption>",
        "<th scope=\"col\" class=\"state\"><span class=\"unseen\">State</span></th>",
        "<time datetime=\"2026-03-01T12:00:00Z\">"
      })
  void it_can_be_read_by_who_does_not_see_it(String markup) {
    assertThat(html(broken())).contains(markup);
  }

  @Test
  void a_state_is_a_word_and_not_only_a_colour() {
    assertThat(html(broken())).containsPattern("</span> broken</span>");
    assertThat(html(healthy())).containsPattern("</span> healthy</span>");
  }

  @Test
  void healthy_domains_are_folded_and_others_are_open() {
    assertThat(html(healthy())).contains("<details class=\"card domain healthy\">");
    assertThat(html(broken())).contains("<details class=\"card domain broken\" open>");
  }

  @Test
  void a_finding_tells_cause_cure_and_evidence() {
    assertThat(html(broken()))
        .contains("pool02.contoso.example:443 refused the connection")
        .contains("<strong>Cure:</strong>")
        .contains("<dt>node</dt><dd><bdi>fe01.contoso.example</bdi></dd>");
  }

  @Test
  void a_certificate_that_has_ended_is_not_said_to_end_next() {
    String host = "lyncdiscover.contoso.example";

    assertThat(html(healthy().presents(EXTERNAL, host, "CN=web", Duration.ofDays(-3))))
        .contains("A certificate ended <b>3 days ago</b>")
        .doesNotContain("Next certificate");
    assertThat(html(healthy().presents(EXTERNAL, host, "CN=web", Duration.ofDays(60))))
        .contains("Next certificate ends <b>in 60 days</b>");
  }

  /** Healthy ones alone would be the usual case; here each of a hundred shows what it has. */
  @Test
  void a_hundred_domains_make_a_page_that_a_phone_can_load() {
    String[] names =
        IntStream.range(0, 100).mapToObj("tenant%02d.example"::formatted).toArray(String[]::new);
    Scene scene = Scene.of(names);
    for (String name : names) {
      scene
          .works(signIn(INTERNAL, name, "alice"), "web.hoster.example")
          .works(signIn(EXTERNAL, name, "alice"), "web.hoster.example")
          .works(dns(INTERNAL, name, "dc1"))
          .works(dns(EXTERNAL, name, "quad9"))
          .works(TestingReports.entry(name))
          .presents(EXTERNAL, "lyncdiscover." + name, "CN=web", Duration.ofDays(60));
    }
    String html =
        html(scene.presents(EXTERNAL, "web.hoster.example", "CN=web", Duration.ofDays(60)));

    assertThat(html.getBytes(UTF_8).length).isLessThan(512 * 1024);
    assertThat(html).contains("All 100 SIP domains are healthy.").contains("and 92 more");
  }

  private static Scene healthy() {
    return Scene.of("contoso.example").works(signIn(INTERNAL, "contoso.example", "alice"));
  }

  private static Scene broken() {
    Finding refused =
        Finding.of(
            Reason.TCP_REFUSED,
            Stage.ROOT,
            "pool02.contoso.example:443",
            Map.of("endpoint", "pool02.contoso.example:443"));
    return Scene.of("contoso.example")
        .fails(
            signIn(INTERNAL, "contoso.example", "alice"),
            refused.with("node", "fe01.contoso.example"));
  }

  private String html(Scene scene) {
    return layout.of(scene.page(), true).html();
  }
}
