/**
 * What the agent found, as lines of its log: turns only, so that a quiet log means that nothing
 * changed; and where the log goes. Uses {@code report}. Start at {@link LogSink}.
 */
@NullMarked
package io.lyncwatch.agent.log;

import org.jspecify.annotations.NullMarked;
