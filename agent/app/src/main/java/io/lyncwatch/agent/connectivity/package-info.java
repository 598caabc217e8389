/**
 * Whether the agent itself is connected. When a run is answered by nobody at all, it is asked here
 * whether anybody else in that view still answers; if not, the fault is taken to be the agent's own
 * and the run says nothing of its target. Uses {@code report} and the library's {@code dns} and
 * {@code probe} packages. Start at {@link io.lyncwatch.agent.connectivity.Connectivity}.
 */
@NullMarked
package io.lyncwatch.agent.connectivity;

import org.jspecify.annotations.NullMarked;
