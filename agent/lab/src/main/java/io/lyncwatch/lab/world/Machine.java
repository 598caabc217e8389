package io.lyncwatch.lab.world;

import java.net.InetAddress;

/**
 * One Windows server.
 *
 * @param fqdn as it stands in {@code X-MS-Server-Fqdn}
 * @param inside where its own sites listen
 * @param published where the reverse proxy listens for it
 */
public record Machine(String fqdn, InetAddress inside, InetAddress published) {}
