package io.lyncwatch.agent.schedule;

import java.time.Duration;

/**
 * That targets share something which only one of them may use at a time.
 *
 * @param what they share, in words for people; equal for all of them
 * @param spacing from the end of one's run to the beginning of another's
 */
public record Exclusive(String what, Duration spacing) {}
