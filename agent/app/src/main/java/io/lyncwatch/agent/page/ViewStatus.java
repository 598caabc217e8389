package io.lyncwatch.agent.page;

import io.lyncwatch.discovery.View;
import java.util.List;

/**
 * A SIP domain as one view shows it.
 *
 * @param state the worst of its checks
 * @param checks sign-ins first
 */
public record ViewStatus(View view, State state, List<CheckStatus> checks) {
  /** Copies the list. */
  public ViewStatus {
    checks = List.copyOf(checks);
  }

  /** The view as people say it. */
  public String title() {
    return title(view);
  }

  static String title(View view) {
    return switch (view) {
      case INTERNAL -> "Inside";
      case EXTERNAL -> "Outside";
      case ANY -> "Side not stated";
    };
  }
}
