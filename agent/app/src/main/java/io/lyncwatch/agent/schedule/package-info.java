/**
 * Runs probes on time, over and over, no more at once than allowed, and hands their reports to the
 * sinks. Quartz keeps the time; nothing outside of this package knows of it. Uses {@code report}.
 * Start at {@link Schedule}; {@link Timetable} has the arithmetic of when.
 */
@NullMarked
package io.lyncwatch.agent.schedule;

import org.jspecify.annotations.NullMarked;
