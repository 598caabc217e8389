/**
 * The rooms of the agent put together, opened in order and closed in reverse. May use every room
 * but {@code cli} and {@code demo}. Start at {@link io.lyncwatch.agent.run.Agent}.
 */
@NullMarked
package io.lyncwatch.agent.run;

import org.jspecify.annotations.NullMarked;
