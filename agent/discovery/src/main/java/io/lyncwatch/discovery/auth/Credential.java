package io.lyncwatch.discovery.auth;

/**
 * What an account signs in with.
 *
 * @param user printable
 * @param password never printed
 */
public record Credential(UserName user, Secret password) {}
