/**
 * Where reports go after a run: the {@link ReportSink} that each reader of reports is, the {@link
 * Sinks} that feed them all, and the {@link LatestReports} that readers of state look things up in.
 * Uses the library's {@code probe} package only. Start at {@link ReportSink}.
 */
@NullMarked
package io.lyncwatch.agent.report;

import org.jspecify.annotations.NullMarked;
