package io.lyncwatch.discovery.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.lyncwatch.discovery.DiscoveryRecord;
import io.lyncwatch.discovery.SipDomain;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.document.AutodiscoverDocument;
import io.lyncwatch.discovery.document.DocumentKind;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Role;
import io.lyncwatch.discovery.finding.Stage;
import io.lyncwatch.discovery.http.Exchange;
import io.lyncwatch.discovery.http.Failure;
import io.lyncwatch.discovery.http.Request;
import io.lyncwatch.discovery.http.Response;
import io.lyncwatch.discovery.tls.Judgement;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What http and https tell together of a discovery record that none tells by itself. */
class BothSidesTest {
  private static final SipDomain DOMAIN = new SipDomain("contoso.example");
  private static final EntryPoint ENTRY =
      new EntryPoint.Published(DiscoveryRecord.LYNCDISCOVER, DOMAIN);
  private static final InetSocketAddress ADDRESS = new InetSocketAddress("203.0.113.7", 443);

  @Test
  void silence_of_both_sides_inside_is_a_hairpin_that_is_blocked() {
    assertThat(named(View.INTERNAL, silent("http"), silent("https")))
        .extracting(Finding::reason)
        .containsExactly(Reason.HAIRPIN_BLOCKED, Reason.HAIRPIN_BLOCKED);
  }

  @Test
  void a_refused_connection_inside_came_back_that_way() {
    assertThat(named(View.INTERNAL, silent("http"), refusedConnection()))
        .extracting(Finding::reason)
        .containsExactly(Reason.TCP_TIMEOUT, Reason.TCP_REFUSED);
  }

  @Test
  void where_http_came_back_that_way_it_is_not_blocked_and_https_is_missing() {
    assertThat(named(View.INTERNAL, served("http"), silent("https")))
        .extracting(Finding::reason)
        .containsExactly(Reason.TCP_TIMEOUT, Reason.HTTPS_NOT_PUBLISHED);
  }

  @Test
  void a_login_page_elsewhere_over_http_beside_silence_is_a_captive_portal() {
    assertThat(named(View.EXTERNAL, loginElsewhere(), silent("https")))
        .extracting(Finding::reason)
        .contains(Reason.CAPTIVE_PORTAL);
  }

  @Test
  void behind_the_right_certificate_nobody_is_captive() {
    assertThat(named(View.EXTERNAL, loginElsewhere(), served("https")))
        .extracting(Finding::reason)
        .containsExactly(Reason.PREAUTHENTICATION);
  }

  @Test
  void behind_a_certificate_of_our_own_that_lacks_the_name_nobody_is_captive() {
    assertThat(named(View.EXTERNAL, loginElsewhere(), refused("*.contoso.example")))
        .extracting(Finding::reason)
        .containsExactly(Reason.PREAUTHENTICATION, Reason.TLS_NAME_MISMATCH);
  }

  @Test
  void who_parks_a_name_over_http_has_no_certificate_for_it_either() {
    assertThat(named(View.EXTERNAL, page("http", "Parked"), refused("www.parking.example")))
        .extracting(Finding::reason, Finding::role)
        .containsExactly(
            tuple(Reason.HTTP_NOT_LYNC, Role.PRIMARY),
            tuple(Reason.TLS_NAME_MISMATCH, Role.CONSEQUENCE));
  }

  @Test
  void a_certificate_of_our_own_that_lacks_the_name_is_to_be_mended_whatever_http_shows() {
    assertThat(named(View.EXTERNAL, page("http", "IIS"), refused("*.contoso.example")))
        .extracting(Finding::reason, Finding::role)
        .containsExactly(
            tuple(Reason.HTTP_NOT_LYNC, Role.PRIMARY),
            tuple(Reason.TLS_NAME_MISMATCH, Role.PRIMARY));
  }

  @Test
  void the_same_page_over_both_is_another_application_and_another_page_over_http_is_not() {
    EntrySide https = page("https", "Shop");

    assertThat(ofAnotherApplication(page("http", "Shop"), https))
        .containsExactly(Reason.WRONG_APPLICATION, Reason.WRONG_APPLICATION);
    assertThat(ofAnotherApplication(page("http", "Parked"), https))
        .containsExactly(Reason.HTTP_NOT_LYNC, Reason.WRONG_APPLICATION);
  }

  @Test
  void a_page_over_http_is_another_application_of_those_who_present_a_wrong_certificate() {
    assertThat(ofAnotherApplication(page("http", "Shop"), refused("*.contoso.example")))
        .containsExactly(Reason.WRONG_APPLICATION, Reason.TLS_NAME_MISMATCH);
    assertThat(ofAnotherApplication(page("http", "Parked"), refused("www.parking.example")))
        .containsExactly(Reason.HTTP_NOT_LYNC, Reason.TLS_NAME_MISMATCH);
  }

  private static List<Reason> ofAnotherApplication(EntrySide http, EntrySide https) {
    return new BothSides(ENTRY, http, https)
        .ofAnotherApplication(all(http, https), DOMAIN::contains).stream()
            .map(Finding::reason)
            .toList();
  }

  private static List<Finding> named(View view, EntrySide http, EntrySide https) {
    BothSides both = new BothSides(ENTRY, http, https).named(view, DOMAIN::contains);
    return all(both.http(), both.https());
  }

  private static List<Finding> all(EntrySide http, EntrySide https) {
    return Stream.of(http, https).flatMap(side -> side.findings().stream()).toList();
  }

  private static EntrySide silent(String scheme) {
    return unconnected(scheme, Failure.NoConnection.Kind.TIMED_OUT, Reason.TCP_TIMEOUT);
  }

  private static EntrySide refusedConnection() {
    return unconnected("https", Failure.NoConnection.Kind.REFUSED, Reason.TCP_REFUSED);
  }

  private static EntrySide unconnected(
      String scheme, Failure.NoConnection.Kind kind, Reason reason) {
    Failure failure = new Failure.NoConnection(kind, ADDRESS, "", Duration.ofSeconds(3));
    return side(scheme, new Exchange.Result.Failed(failure), found(reason, scheme, ""));
  }

  private static EntrySide refused(String covered) {
    Judgement judgement =
        new Judgement(
            ENTRY.host(),
            List.of(),
            true,
            "",
            Optional.empty(),
            false,
            List.of(covered),
            true,
            Optional.empty());
    return side(
        "https",
        new Exchange.Result.Failed(new Failure.CertificateRefused(ADDRESS, judgement)),
        found(Reason.TLS_NAME_MISMATCH, "https", ""));
  }

  private static EntrySide page(String scheme, String title) {
    return side(scheme, answered(200, List.of()), found(Reason.HTTP_NOT_LYNC, scheme, title));
  }

  private static EntrySide loginElsewhere() {
    return side(
        "http",
        answered(302, List.of(new Response.Header("Location", "http://login.airport.test/portal"))),
        found(Reason.PREAUTHENTICATION, "http", ""));
  }

  private static EntrySide served(String scheme) {
    AutodiscoverDocument document =
        new AutodiscoverDocument.Redirect(
            DocumentKind.ROOT, Optional.empty(), "https://pool.contoso.example/");
    URI url = ENTRY.url(scheme, Optional.empty());
    EntrySide answered =
        side(
            scheme,
            answered(
                200, List.of(new Response.Header("X-MS-Server-Fqdn", "fe01.contoso.example"))));
    return new EntrySide(
        scheme,
        answered.exchange(),
        Optional.of(new Arrival(url, document, scheme.equals("https"))),
        List.of());
  }

  private static Exchange.Result answered(int status, List<Response.Header> headers) {
    return new Exchange.Result.Answered(new Response(status, headers, ""));
  }

  private static EntrySide side(String scheme, Exchange.Result result, Finding... findings) {
    Exchange exchange =
        new Exchange(
            Request.get(ENTRY.url(scheme, Optional.empty())),
            result,
            Optional.empty(),
            Map.of(),
            Instant.EPOCH);
    return new EntrySide(scheme, exchange, Optional.empty(), List.of(findings));
  }

  private static Finding found(Reason reason, String scheme, String page) {
    return Finding.of(
        reason,
        Stage.ROOT,
        scheme,
        Map.of("address", "203.0.113.7:443", "status", "200", "page", page));
  }
}
