package io.lyncwatch.discovery.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.document.AccessLocation;
import io.lyncwatch.discovery.document.AutodiscoverDocument;
import io.lyncwatch.discovery.document.DocumentKind;
import io.lyncwatch.discovery.document.Link;
import io.lyncwatch.discovery.document.Links;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the document says of the site that it comes from, held against where it was asked for. */
class WrongBridgeTest {
  private static final URI ASKED = URI.create("https://lyncdiscover.contoso.example/");

  @Test
  void a_document_of_the_internal_site_outside_came_through_a_wrong_bridge() {
    assertThat(told(root(AccessLocation.INTERNAL), View.EXTERNAL))
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.reason()).isEqualTo(Reason.ACCESS_LOCATION_WRONG);
          assertThat(finding.evidence()).containsEntry("hosts", "dir01.corp.contoso.example");
        });
  }

  @Test
  void so_did_one_that_only_leads_on() {
    AutodiscoverDocument redirect =
        new AutodiscoverDocument.Redirect(
            DocumentKind.ROOT,
            Optional.of(AccessLocation.INTERNAL),
            "https://pool01.corp.contoso.example/");

    assertThat(told(redirect, View.EXTERNAL))
        .singleElement()
        .satisfies(finding ->
            assertThat(finding.evidence()).containsEntry("hosts", "pool01.corp.contoso.example"));
  }

  @Test
  void inside_that_is_where_it_comes_from() {
    assertThat(told(root(AccessLocation.INTERNAL), View.INTERNAL)).isEmpty();
  }

  @Test
  void who_looks_from_both_sides_at_once_cannot_tell() {
    assertThat(told(root(AccessLocation.INTERNAL), View.ANY)).isEmpty();
  }

  @Test
  void a_document_of_the_external_site_is_right_outside() {
    assertThat(told(root(AccessLocation.EXTERNAL), View.EXTERNAL)).isEmpty();
  }

  private static List<Finding> told(AutodiscoverDocument document, View view) {
    return WrongBridge.behind(new Arrival(ASKED, document, true), view).stream().toList();
  }

  private static AutodiscoverDocument root(AccessLocation location) {
    return new AutodiscoverDocument.Root(
        Optional.of(location),
        new Links(
            List.of(
                new Link("User", "https://dir01.corp.contoso.example/user"),
                new Link("Domain", "https://dir01.corp.contoso.example/domain"))));
  }
}
