/**
 * What one run of a probe leaves behind, as immutable data: stages, findings, measurements and what
 * was learned. Uses the data types of {@code dns}, {@code http}, {@code tls} and {@code finding}.
 * Start at {@link Report}.
 */
@NullMarked
package io.lyncwatch.discovery.report;

import org.jspecify.annotations.NullMarked;
