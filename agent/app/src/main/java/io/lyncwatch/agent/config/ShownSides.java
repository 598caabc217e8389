package io.lyncwatch.agent.config;

import io.lyncwatch.agent.config.Problem.Level;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.dns.Resolver;
import io.lyncwatch.discovery.report.Side;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which sides of split DNS the resolvers show. What is meant for another side is never asked, which
 * the operator should know.
 *
 * @param views none if the resolvers could not be read, which is a problem of its own
 */
record ShownSides(Set<View> views) {
  static ShownSides of(List<Resolver> resolvers) {
    return new ShownSides(
        resolvers.stream().map(Resolver::view).collect(Collectors.toUnmodifiableSet()));
  }

  boolean shows(Side side) {
    View own =
        switch (side) {
          case INTERNAL -> View.INTERNAL;
          case EXTERNAL -> View.EXTERNAL;
        };
    return views.isEmpty() || views.contains(View.ANY) || views.contains(own);
  }

  /** Warns of what a section says for a side, under the word for it, if nothing shows that side. */
  void remark(Section section, Side side) {
    if (!shows(side)) {
      section
          .get(side.label())
          .ifPresent(setting ->
              setting.problem(
                  Level.WARNING,
                  "has no effect: no resolver has the view " + side.label() + " or any"));
    }
  }
}
