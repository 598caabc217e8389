package io.lyncwatch.discovery.document;

/**
 * One named URL of a document.
 *
 * @param token what it is, for example {@code External/Ucwa}; administrators can add their own
 * @param href where it is, as the server wrote it
 */
public record Link(String token, String href) {}
