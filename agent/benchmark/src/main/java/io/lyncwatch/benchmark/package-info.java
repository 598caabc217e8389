/**
 * What the agent costs, measured on this machine against a lab in another process; no part of the
 * product. May use everything, nothing may use it. Start at {@link io.lyncwatch.benchmark.Measure}.
 */
@NullMarked
package io.lyncwatch.benchmark;

import org.jspecify.annotations.NullMarked;
