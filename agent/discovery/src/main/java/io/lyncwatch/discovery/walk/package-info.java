/**
 * The order of it all: the sign-in flow of a phone, readable from top to bottom. Uses {@code http},
 * {@code document}, {@code ticket} and {@code auth}; knows nothing of schedules or metrics. Start
 * at {@link Walk}.
 */
@NullMarked
package io.lyncwatch.discovery.walk;

import org.jspecify.annotations.NullMarked;
