package io.lyncwatch.discovery.report;

/**
 * A web services name that a walk was told about.
 *
 * @param name the host name
 */
public record WebName(Side side, String name) {}
