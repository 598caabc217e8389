/**
 * The agent against programs that nobody of this project wrote. Where one is not installed its
 * tests are skipped, in CI they fail. Start at {@link io.lyncwatch.agent.peer.PeerProgram}.
 */
@NullMarked
package io.lyncwatch.agent.peer;

import org.jspecify.annotations.NullMarked;
