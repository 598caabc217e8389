/**
 * What the configuration names and walks have shown to exist: the web names and endpoints from
 * which the schedule makes further targets, kept per domain and view. Uses {@code report}. Start at
 * {@link Inventory}.
 */
@NullMarked
package io.lyncwatch.agent.inventory;

import org.jspecify.annotations.NullMarked;
