package io.lyncwatch.discovery.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Severity;
import io.lyncwatch.discovery.finding.Stage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MergedTest {
  @Test
  void findings_of_one_stage_and_reason_become_one_with_all_places() {
    List<Finding> merged =
        Merged.of(List.of(refused(Stage.ROOT, "a:443"), refused(Stage.ROOT, "b:443")));

    assertThat(merged).extracting(Finding::where).containsExactly("a:443, b:443");
    assertThat(merged.getFirst().evidence()).containsEntry("endpoint", "a:443, b:443");
  }

  @Test
  void a_lesser_finding_lends_its_place_to_no_worse_one() {
    List<Finding> merged =
        Merged.of(
            List.of(
                refused(Stage.ROOT, "lyncdiscover:80").atMost(Severity.INFO),
                refused(Stage.ROOT, "pool:443")));

    assertThat(merged).extracting(Finding::severity).containsExactly(Severity.ERROR);
    assertThat(merged).extracting(Finding::where).containsExactly("pool:443");
    assertThat(merged.getFirst().evidence()).containsEntry("endpoint", "pool:443");
  }

  @Test
  void findings_of_different_stages_stay_apart() {
    assertThat(Merged.of(List.of(refused(Stage.ROOT, "a:443"), refused(Stage.USER, "a:443"))))
        .hasSize(2);
  }

  @Test
  void what_goes_on_from_a_sentence_does_so_for_several_as_for_one() {
    List<Finding> merged = Merged.of(List.of(because(" (28032 expired)"), because(" (28001)")));

    assertThat(merged.getFirst().evidence())
        .containsEntry("diagnostics", " (28032 expired), (28001)");
  }

  private static Finding because(String diagnostics) {
    return Finding.of(
        Reason.TICKET_REFUSED, Stage.TICKET, "pool:443", Map.of("diagnostics", diagnostics));
  }

  private static Finding refused(Stage stage, String endpoint) {
    return Finding.of(Reason.TCP_REFUSED, stage, endpoint, Map.of("endpoint", endpoint));
  }
}
