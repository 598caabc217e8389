package io.lyncwatch.agent.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.agent.inventory.KnownEndpoint.Need;
import io.lyncwatch.agent.report.TestingReports;
import io.lyncwatch.discovery.Endpoint;
import io.lyncwatch.discovery.Expectations.Expected;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.report.MetEndpoint;
import io.lyncwatch.discovery.report.MetEndpoint.Role;
import io.lyncwatch.discovery.report.ProbeKind;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.report.Side;
import io.lyncwatch.discovery.report.TargetId;
import io.lyncwatch.discovery.report.WebName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InventoryTest {
  private static final WebName WEB = new WebName(Side.EXTERNAL, "web.contoso.example");
  private static final Endpoint POOL = new Endpoint("pool.contoso.example", 443);
  private static final MetEndpoint SERVICE = new MetEndpoint(POOL, Role.SERVICE);
  private static final MetEndpoint TICKET = new MetEndpoint(POOL, Role.TICKET);

  private Instant now = Instant.parse("2026-03-01T12:00:00Z");
  private final Inventory inventory = new Inventory(() -> now);
  private final List<String> changes = new ArrayList<>();

  @BeforeEach
  void listen() {
    inventory.listen((domain, view) -> changes.add(domain + " " + view.label()));
  }

  @Test
  void what_a_walk_named_is_there_in_its_domain_and_view_only() {
    inventory.accept(walk("contoso.example", View.EXTERNAL, List.of(WEB), List.of(SERVICE)));

    assertThat(inventory.webNames("contoso.example", View.EXTERNAL)).containsExactly(WEB);
    assertThat(inventory.webNames("contoso.example", View.INTERNAL)).isEmpty();
    assertThat(inventory.webNames("fabrikam.example", View.EXTERNAL)).isEmpty();
    assertThat(inventory.endpoints(View.INTERNAL)).isEmpty();
  }

  @Test
  void what_the_configuration_names_is_there_for_ever_in_its_view() {
    MetEndpoint listed = new MetEndpoint(POOL, Role.LISTED);
    Inventory configured =
        new Inventory(
            () -> now, List.of(new ConfiguredEndpoint(View.EXTERNAL, "contoso.example", listed)));
    now = now.plus(Inventory.KEPT).plusSeconds(1);

    assertThat(configured.endpoints(View.EXTERNAL))
        .containsExactly(
            new KnownEndpoint(POOL, List.of(new Need("contoso.example", Role.LISTED))));
    assertThat(configured.endpoints(View.INTERNAL)).isEmpty();
  }

  @Test
  void the_name_of_a_mere_fallback_need_not_resolve() {
    MetEndpoint fallback = new MetEndpoint(POOL, Role.FALLBACK);
    inventory.accept(walk("contoso.example", View.INTERNAL, List.of(), List.of(fallback)));
    assertThat(inventory.endpoints(View.INTERNAL).getFirst().expected()).isEqualTo(Expected.ANY);

    inventory.accept(walk("fabrikam.example", View.INTERNAL, List.of(), List.of(SERVICE)));
    assertThat(inventory.endpoints(View.INTERNAL).getFirst().expected())
        .isEqualTo(Expected.PRESENT);
  }

  @Test
  void an_endpoint_tells_all_who_need_it() {
    inventory.accept(walk("fabrikam.example", View.EXTERNAL, List.of(), List.of(SERVICE)));
    inventory.accept(walk("contoso.example", View.EXTERNAL, List.of(), List.of(SERVICE, TICKET)));

    assertThat(inventory.endpoints(View.EXTERNAL))
        .containsExactly(
            new KnownEndpoint(
                POOL,
                List.of(
                    new Need("contoso.example", Role.TICKET),
                    new Need("contoso.example", Role.SERVICE),
                    new Need("fabrikam.example", Role.SERVICE))));
  }

  @Test
  void a_walk_that_learned_less_removes_nothing() {
    inventory.accept(walk("contoso.example", View.EXTERNAL, List.of(WEB), List.of(SERVICE)));

    inventory.accept(walk("contoso.example", View.EXTERNAL, List.of(), List.of()));

    assertThat(inventory.webNames("contoso.example", View.EXTERNAL)).containsExactly(WEB);
    assertThat(inventory.endpoints(View.EXTERNAL)).hasSize(1);
  }

  @Test
  void an_entry_ends_when_no_walk_has_named_it_for_a_day() {
    inventory.accept(walk("contoso.example", View.EXTERNAL, List.of(WEB), List.of(SERVICE)));
    now = now.plus(Duration.ofHours(23));
    inventory.accept(walk("contoso.example", View.EXTERNAL, List.of(WEB), List.of()));

    now = now.plus(Duration.ofHours(1));

    assertThat(inventory.webNames("contoso.example", View.EXTERNAL)).containsExactly(WEB);
    assertThat(inventory.endpoints(View.EXTERNAL)).isEmpty();
  }

  @Test
  void listeners_hear_of_what_is_new_once() {
    inventory.accept(walk("contoso.example", View.EXTERNAL, List.of(WEB), List.of(SERVICE)));
    inventory.accept(walk("contoso.example", View.EXTERNAL, List.of(WEB), List.of(SERVICE)));

    assertThat(changes).containsExactly("contoso.example external");
  }

  @Test
  void listeners_hear_of_an_end_at_the_next_report_of_anything() {
    inventory.accept(walk("contoso.example", View.EXTERNAL, List.of(WEB), List.of()));
    changes.clear();
    now = now.plus(Inventory.KEPT);

    inventory.accept(walk("fabrikam.example", View.INTERNAL, List.of(), List.of()));

    assertThat(changes).containsExactly("contoso.example external");
  }

  @Test
  void a_server_that_names_too_much_fills_only_its_own_room() {
    List<WebName> flood =
        IntStream.range(0, 10_000)
            .mapToObj(i -> new WebName(Side.EXTERNAL, "w" + i + ".contoso.example"))
            .toList();

    inventory.accept(walk("contoso.example", View.EXTERNAL, flood, List.of()));
    inventory.accept(walk("fabrikam.example", View.EXTERNAL, List.of(WEB), List.of()));

    assertThat(inventory.webNames("contoso.example", View.EXTERNAL)).hasSize(Inventory.ROOM);
    assertThat(inventory.webNames("fabrikam.example", View.EXTERNAL)).containsExactly(WEB);
  }

  private static Report walk(
      String domain, View view, List<WebName> names, List<MetEndpoint> endpoints) {
    TargetId target = new TargetId(ProbeKind.SIGN_IN, view, domain, "probe1");
    return TestingReports.of(target).naming(names, endpoints).report();
  }
}
