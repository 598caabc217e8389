/**
 * The four probes: each takes a target and gives a report. May use every other package of the
 * library. Start at {@link Probe}.
 */
@NullMarked
package io.lyncwatch.discovery.probe;

import org.jspecify.annotations.NullMarked;
