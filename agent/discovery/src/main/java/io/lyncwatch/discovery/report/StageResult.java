package io.lyncwatch.discovery.report;

import io.lyncwatch.discovery.finding.Stage;
import java.time.Duration;
import java.util.List;

/**
 * One passage through a stage. A walk passes some stages more than once, at each server that it is
 * led to.
 *
 * @param success whether the walk could go on from here
 * @param steps what was asked and what came back, in order
 */
public record StageResult(Stage stage, boolean success, Duration took, List<Step> steps) {
  /** Copies the list. */
  public StageResult {
    steps = List.copyOf(steps);
  }

  /**
   * One question and its answer, in words for people. Neither holds a secret.
   *
   * @param asked for example {@code GET https://lyncdiscover.contoso.example/}
   * @param answered for example {@code 200, root document, AccessLocation External,
   *     fe01.corp.example}
   */
  public record Step(String asked, String answered, boolean good, Duration took) {}
}
