/**
 * The agent. Data goes one way: {@code config} says what to watch, {@code targets} makes probes of
 * it, {@code schedule} fires them, {@code connectivity} tells whether it is the agent that fails,
 * {@code change} holds their reports against earlier ones, and they go to the sinks of {@code
 * report}: {@code metrics}, {@code inventory} and {@code log}; {@code web} and {@code cli} show
 * what became of them. Start at {@code run}, which puts the rooms together; this package itself
 * holds only the program's start.
 */
@NullMarked
package io.lyncwatch.agent;

import org.jspecify.annotations.NullMarked;
