/**
 * What the operator wants: reads one YAML file into an immutable {@link Configuration}, or into
 * every problem that it has, each with its place. Knows the vocabulary of {@code discovery} and
 * opens no connection. Start at {@link ConfigurationReader}.
 *
 * <p>The way of a file: text, {@link YamlReader} (events to {@link YamlValue}s that know where they
 * stand), {@link Setting} and {@link Section} (values that know their key and collect problems),
 * {@link ConfigurationReader} and the readers beside it (one method per record).
 */
@NullMarked
package io.lyncwatch.agent.config;

import org.jspecify.annotations.NullMarked;
