package io.lyncwatch.agent.page;

/**
 * A page ready to be sent.
 *
 * @param policy the Content-Security-Policy that it needs, and no more
 */
public record Document(String policy, String html) {}
