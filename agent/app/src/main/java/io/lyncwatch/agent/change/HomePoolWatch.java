package io.lyncwatch.agent.change;

import io.lyncwatch.discovery.report.Change;
import io.lyncwatch.discovery.report.Facts;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.text.Excerpt;
import java.util.List;
import java.util.Optional;

/**
 * The home pool of one account. A walk that did not come to it changes nothing.
 *
 * @param pool absent until a walk came to one
 */
record HomePoolWatch(Optional<String> pool) implements Watch {
  static final HomePoolWatch NOTHING = new HomePoolWatch(Optional.empty());

  private static final int LONGEST = 255;

  @Override
  public Step after(Report report) {
    Optional<String> now =
        report.facts() instanceof Facts.SignIn signIn
            ? signIn.home().map(Facts.HomePool::pool)
            : Optional.empty();
    if (now.isEmpty() || now.equals(pool)) {
      return Step.quiet(this);
    }
    List<Change> changes =
        pool.stream()
            .<Change>map(former ->
                new Change.HomePool(
                    report.target().name(),
                    Excerpt.of(former, LONGEST),
                    Excerpt.of(now.get(), LONGEST)))
            .toList();
    return new Step(new HomePoolWatch(now), changes);
  }
}
