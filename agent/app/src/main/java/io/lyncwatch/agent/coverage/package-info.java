/**
 * Which names certificates have to cover, worked out and not configured: what clients ask endpoints
 * for today, and what the documentation wants pools to cover beside; and the request for a
 * certificate that lacks some. A pure function of what is configured, of the inventory and of the
 * latest reports; uses {@code config}, {@code inventory} and the library. Start at {@link
 * io.lyncwatch.agent.coverage.Coverage}.
 */
@NullMarked
package io.lyncwatch.agent.coverage;

import org.jspecify.annotations.NullMarked;
