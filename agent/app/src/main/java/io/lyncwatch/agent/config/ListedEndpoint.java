package io.lyncwatch.agent.config;

import io.lyncwatch.discovery.Endpoint;
import io.lyncwatch.discovery.View;
import java.util.Optional;

/**
 * An endpoint whose certificate is watched because the operator says so.
 *
 * @param view absent for every view that there is
 */
public record ListedEndpoint(Endpoint endpoint, Optional<View> view) {
  /** Whether it is watched in a view. */
  public boolean isIn(View other) {
    return view.isEmpty() || view.get() == other;
  }
}
