package io.lyncwatch.agent.connectivity;

import io.lyncwatch.discovery.View;
import java.util.List;

/** Finds out whether anybody in a view answers. */
@FunctionalInterface
interface Reach {
  /** Asks all at once, in bounded time. */
  Echo in(View view);

  /**
   * What came back.
   *
   * @param answered whether anybody did; a refusal is an answer, too
   * @param resolvers those asked, as {@code name address}
   * @param servers how many others were asked, all of which had answered before
   */
  record Echo(boolean answered, List<String> resolvers, int servers) {
    /** Copies the list. */
    public Echo {
      resolvers = List.copyOf(resolvers);
    }
  }
}
