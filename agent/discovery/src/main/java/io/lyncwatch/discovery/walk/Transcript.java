package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.Ticker;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Stage;
import io.lyncwatch.discovery.report.StageResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Writes down what a run does: the stages that it passes and what it finds. Used by one thread. */
public final class Transcript {
  private final Ticker ticker;
  private final List<StageResult> stages = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();

  /** An empty one. */
  public Transcript(Ticker ticker) {
    this.ticker = ticker;
  }

  /**
   * Runs one stage and writes it down.
   *
   * @param part gives what the next stage needs, or nothing if the walk can't go on from here
   */
  public <T> Optional<T> stage(Stage stage, Function<StageNotes, Optional<T>> part) {
    return stage(stage, part, result -> true);
  }

  /**
   * The same where a result is no success by itself.
   *
   * @param success whether what the part gave is one
   */
  <T> Optional<T> stage(Stage stage, Function<StageNotes, Optional<T>> part, Predicate<T> success) {
    StageNotes notes = new StageNotes(stage);
    long start = ticker.nanos();
    Optional<T> result = part.apply(notes);
    Duration took = Duration.ofNanos(ticker.nanos() - start);
    stages.add(new StageResult(stage, result.filter(success).isPresent(), took, notes.steps()));
    findings.addAll(notes.findings());
    return result;
  }

  /** What was passed so far. */
  public List<StageResult> stages() {
    return stages;
  }

  /** What was found so far, one finding per stage and reason, each in its role. */
  public List<Finding> findings() {
    return Merged.of(Consequences.told(findings));
  }
}
