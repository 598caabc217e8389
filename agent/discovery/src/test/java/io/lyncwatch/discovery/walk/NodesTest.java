package io.lyncwatch.discovery.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Role;
import io.lyncwatch.discovery.finding.Severity;
import io.lyncwatch.discovery.finding.Stage;
import io.lyncwatch.discovery.report.Learned;
import io.lyncwatch.discovery.report.StageResult;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NodesTest {
  private static final String NAME = "lyncdiscover.contoso.example";
  private static final Finding REFUSED = finding(Reason.TCP_REFUSED);

  @Test
  void what_one_node_does_names_it_and_its_address() {
    Finding finding = only(nodes(node(1, "pool01"), node(2, "pool01", REFUSED)));

    assertThat(finding.evidence())
        .containsEntry("node", "fe02")
        .containsEntry("address", "10.0.0.2");
    assertThat(finding.cause())
        .endsWith("Seen at 1 of 2 nodes behind " + NAME + ": fe02 (10.0.0.2).");
  }

  @Test
  void what_all_nodes_do_says_so() {
    Finding finding = only(nodes(node(1, "pool01", REFUSED), node(2, "pool01", REFUSED)));

    assertThat(finding.cause()).endsWith("Seen at all 2 nodes behind " + NAME + ".");
    assertThat(finding.evidence()).containsEntry("node", "fe01, fe02");
  }

  @Test
  void a_milder_finding_of_one_kind_does_not_count_a_node_in() {
    Finding mild = REFUSED.atMost(Severity.INFO);
    Finding finding = only(nodes(node(1, "pool01", mild), node(2, "pool01", REFUSED)));

    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
    assertThat(finding.cause()).contains("1 of 2 nodes").contains("fe02");
  }

  @Test
  void of_a_single_node_nothing_is_counted() {
    Finding finding = only(nodes(node(1, "pool01", REFUSED)));

    assertThat(finding.cause()).doesNotContain("Seen at");
    assertThat(finding.evidence()).containsEntry("node", "fe01");
  }

  @Test
  void where_not_all_were_asked_the_share_is_of_those_that_were() {
    Nodes some = new Nodes(NAME, 40, 3, List.of(node(1, "pool01"), node(2, "pool01", REFUSED)));

    assertThat(some.complete()).isFalse();
    assertThat(only(some).cause()).contains("1 of 2 nodes asked behind " + NAME);
  }

  @Test
  void a_run_is_complete_if_it_asked_all_whose_turn_it_was() {
    assertThat(new Nodes(NAME, 40, 1, List.of(node(1, "pool01"))).complete()).isTrue();
  }

  @Test
  void a_remark_on_a_document_does_not_hide_what_it_says() {
    NodeVisit remarked =
        new NodeVisit(
            InetAddress.ofLiteral("10.0.0.1"),
            Optional.of("fe01"),
            List.of(new StageResult(Stage.DOMAIN, true, Duration.ZERO, List.of())),
            List.of(finding(Reason.HTTP_CONTENT_TYPE, Stage.DOMAIN)),
            Set.of(new Statement("pool02", "user")),
            Learned.NOTHING);

    assertThat(nodes(remarked, node(2, "pool01"), node(3, "pool01")).findings())
        .extracting(Finding::reason)
        .contains(Reason.TOPOLOGY_NODES_DISAGREE);
  }

  @Test
  void the_node_whose_documents_differ_from_those_of_most_is_the_odd_one() {
    Finding finding = only(nodes(node(1, "pool01"), node(2, "pool02"), node(3, "pool01")));

    assertThat(finding.reason()).isEqualTo(Reason.TOPOLOGY_NODES_DISAGREE);
    assertThat(finding.evidence())
        .containsEntry("node", "fe02")
        .containsEntry("address", "10.0.0.2")
        .containsEntry(Finding.NODES, "1 of 3 nodes behind " + NAME + ": fe02 (10.0.0.2)");
    assertThat(finding.cause())
        .contains("fe01 (10.0.0.1), fe03 (10.0.0.3) name pool01 for user")
        .contains("fe02 (10.0.0.2) name pool02 for user");
  }

  @Test
  void of_two_that_differ_neither_is_the_odd_one() {
    Finding finding = only(nodes(node(1, "pool01"), node(2, "pool02")));

    assertThat(finding.evidence()).containsEntry("node", "fe01, fe02").doesNotContainKey("nodes");
  }

  @Test
  void a_node_of_an_older_generation_is_told_by_the_links_that_it_lacks() {
    NodeVisit old = visit(2, Set.of(), List.of());
    NodeVisit older = visit(3, Set.of(new Statement("pool01", "domain")), List.of());
    NodeVisit recent =
        visit(
            1,
            Set.of(new Statement("pool01", "domain"), new Statement("pool01", "oauth")),
            List.of());

    assertThat(only(nodes(recent, old, older)).cause())
        .contains("fe01 (10.0.0.1) name pool01 for oauth")
        .contains("fe03 (10.0.0.3) name nothing more");
  }

  @Test
  void a_node_that_was_not_heard_out_disagrees_with_nobody() {
    Finding silent = finding(Reason.HTTP_TIMEOUT, Stage.DOMAIN);

    assertThat(nodes(node(1, "pool01"), node(2, "pool02", silent)).findings())
        .extracting(Finding::reason)
        .containsExactly(Reason.HTTP_TIMEOUT);
  }

  @Test
  void nodes_that_disagree_because_one_is_of_another_pool_follow_from_that() {
    Finding other = finding(Reason.TOPOLOGY_OTHER_POOL);

    assertThat(nodes(node(1, "pool01"), node(2, "pool02", other)).findings())
        .extracting(Finding::reason, Finding::role)
        .containsExactly(
            tuple(Reason.TOPOLOGY_OTHER_POOL, Role.PRIMARY),
            tuple(Reason.TOPOLOGY_NODES_DISAGREE, Role.CONSEQUENCE));
  }

  private static Finding only(Nodes nodes) {
    assertThat(nodes.findings()).hasSize(1);
    return nodes.findings().getFirst();
  }

  private static Nodes nodes(NodeVisit... visits) {
    return new Nodes(NAME, visits.length, visits.length, List.of(visits));
  }

  private static NodeVisit node(int number, String pool, Finding... findings) {
    return visit(number, Set.of(new Statement(pool, "user")), Arrays.asList(findings));
  }

  private static NodeVisit visit(int number, Set<Statement> says, List<Finding> findings) {
    return new NodeVisit(
        InetAddress.ofLiteral("10.0.0." + number),
        Optional.of("fe0" + number),
        findings.stream()
            .map(finding -> new StageResult(finding.stage(), false, Duration.ZERO, List.of()))
            .toList(),
        findings,
        says,
        Learned.NOTHING);
  }

  private static Finding finding(Reason reason) {
    return finding(reason, Stage.ROOT);
  }

  private static Finding finding(Reason reason, Stage stage) {
    return Finding.of(reason, stage, NAME, Map.of());
  }
}
