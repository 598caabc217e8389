/**
 * The agent's own HTTP endpoints, for people, for Prometheus and for who asks whether it is well.
 * Serves what {@code page} and {@code metrics} write and uses nothing else of the agent. Start at
 * {@link Endpoints}.
 */
@NullMarked
package io.lyncwatch.agent.web;

import org.jspecify.annotations.NullMarked;
