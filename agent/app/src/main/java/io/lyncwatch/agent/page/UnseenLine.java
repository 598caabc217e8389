package io.lyncwatch.agent.page;

/**
 * An endpoint that presents no certificate.
 *
 * @param place the endpoint, and from which side
 * @param why what the last run says of it
 * @param cure what to do about it
 */
public record UnseenLine(String place, String why, String cure) {}
