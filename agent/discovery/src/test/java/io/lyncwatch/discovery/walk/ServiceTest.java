package io.lyncwatch.discovery.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.document.AccessLocation;
import io.lyncwatch.discovery.document.Link;
import io.lyncwatch.discovery.document.Links;
import io.lyncwatch.discovery.report.Side;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which services a client in a view is asked about. */
class ServiceTest {
  private static final String ROOT = "/Autodiscover/AutodiscoverService.svc/root";
  private static final String INSIDE = "https://pool01.corp.contoso.example";
  private static final String OUTSIDE = "https://webpool01.contoso.example";

  private static final Links LINKS = links(INSIDE, OUTSIDE);

  @Test
  void outside_only_the_external_web_name_is_asked() {
    assertThat(urls(LINKS, View.EXTERNAL, AccessLocation.EXTERNAL))
        .containsExactly(
            OUTSIDE + ROOT,
            OUTSIDE + "/meet",
            OUTSIDE + "/dialin",
            OUTSIDE + "/abs",
            OUTSIDE + "/GroupExpansion/service.svc");
  }

  @Test
  void inside_both_web_names_are_asked() {
    assertThat(urls(LINKS, View.INTERNAL, AccessLocation.EXTERNAL))
        .containsExactly(
            INSIDE + ROOT,
            INSIDE + "/meet",
            OUTSIDE + "/meet",
            INSIDE + "/dialin",
            OUTSIDE + "/dialin",
            INSIDE + "/abs",
            OUTSIDE + "/abs",
            INSIDE + "/GroupExpansion/service.svc",
            OUTSIDE + "/GroupExpansion/service.svc");
  }

  @Test
  void where_nobody_said_which_view_it_is_the_access_location_tells() {
    assertThat(urls(LINKS, View.ANY, AccessLocation.INTERNAL))
        .isEqualTo(urls(LINKS, View.INTERNAL, AccessLocation.INTERNAL));
    assertThat(urls(LINKS, View.ANY, AccessLocation.EXTERNAL))
        .isEqualTo(urls(LINKS, View.EXTERNAL, AccessLocation.EXTERNAL));
  }

  @Test
  void a_pool_with_one_name_for_both_sides_is_asked_once() {
    assertThat(urls(links(OUTSIDE, OUTSIDE), View.INTERNAL, AccessLocation.INTERNAL))
        .containsOnlyOnce(OUTSIDE + "/meet");
  }

  @Test
  void what_the_user_document_names_is_needed_and_the_rest_is_not() {
    assertThat(Service.of(LINKS, Side.EXTERNAL))
        .filteredOn(Service::needed)
        .extracting(Service::name)
        .containsExactly("autodiscover");
  }

  private static Links links(String inside, String outside) {
    return new Links(
        List.of(
            new Link("Internal/Autodiscover", inside + ROOT),
            new Link("External/Autodiscover", outside + ROOT)));
  }

  private static List<String> urls(Links links, View view, AccessLocation location) {
    return new UrlSets(links, Optional.of(location), true, true)
        .services(view).stream().map(service -> service.url().toString()).toList();
  }
}
