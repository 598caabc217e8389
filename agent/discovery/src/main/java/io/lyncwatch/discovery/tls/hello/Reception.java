package io.lyncwatch.discovery.tls.hello;

import java.util.Optional;

/**
 * How a server receives clients that are less modern than the agent.
 *
 * @param withoutName what those get who send no server name, a phrase for people; empty if that is
 *     the certificate that the others get, or one that covers the name as well, or not known
 */
public record Reception(Accepted accepted, Optional<String> withoutName) {}
