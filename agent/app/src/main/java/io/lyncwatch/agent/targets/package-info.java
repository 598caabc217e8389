/**
 * Makes probes of the configuration: which targets there are from the start, and which follow from
 * what walks have learned. Uses {@code config}, {@code inventory} and {@code schedule}. Start at
 * {@link io.lyncwatch.agent.targets.Targets}.
 */
@NullMarked
package io.lyncwatch.agent.targets;

import org.jspecify.annotations.NullMarked;
