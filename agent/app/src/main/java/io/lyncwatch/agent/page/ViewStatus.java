package io.lyncwatch.agent.page;

import io.lyncwatch.discovery.View;
import java.util.List;
import java.util.Locale;

/**
 * A SIP domain as one view shows it, or as the machines behind the reverse proxy serve it.
 *
 * @param title the view as people say it, or where those machines are
 * @param state the worst of its checks
 * @param checks sign-ins first
 */
public record ViewStatus(String title, State state, List<CheckStatus> checks) {
  /** Where machines are that clients do not reach by themselves, so that no view shows them. */
  static final String BEHIND_PROXY = "Behind the proxy";

  /** Copies the list. */
  public ViewStatus {
    checks = List.copyOf(checks);
  }

  /** A view as people say it. */
  static String title(View view) {
    return switch (view) {
      case INTERNAL -> "Inside";
      case EXTERNAL -> "Outside";
      case ANY -> "Side not stated";
    };
  }

  /** The same within a sentence. */
  static String side(View view) {
    return title(view).toLowerCase(Locale.ROOT);
  }
}
