/**
 * What is no longer as it was: each report is held against the earlier ones of its target, and goes
 * on to the sinks with the changes that it shows. What is compared with is kept in memory only, so
 * the first report after a start changes nothing. Uses {@code report}. Start at {@link
 * io.lyncwatch.agent.change.Changes}.
 */
@NullMarked
package io.lyncwatch.agent.change;

import org.jspecify.annotations.NullMarked;
