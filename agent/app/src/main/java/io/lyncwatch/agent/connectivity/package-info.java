/**
 * Whether the agent itself is connected. When a run is answered by nobody at all, it is asked here
 * whether anybody else in that view still answers; if not, the fault is taken to be the agent's own
 * and the run says nothing of its target. Uses {@code report}, and the library to ask name servers
 * and to open connections. Start at {@link io.lyncwatch.agent.connectivity.Connectivity}.
 */
@NullMarked
package io.lyncwatch.agent.connectivity;

import org.jspecify.annotations.NullMarked;
