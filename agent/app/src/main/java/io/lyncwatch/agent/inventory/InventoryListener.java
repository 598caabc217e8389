package io.lyncwatch.agent.inventory;

import io.lyncwatch.discovery.View;

/** Someone who acts when the inventory is no longer what it was. */
@FunctionalInterface
public interface InventoryListener {
  /**
   * Something of this domain and view appeared or ended; the inventory's queries say what is there
   * now. May be called from several threads at once, without any lock held.
   */
  void changed(String domain, View view);
}
