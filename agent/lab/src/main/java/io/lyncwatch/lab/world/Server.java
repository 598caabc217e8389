package io.lyncwatch.lab.world;

import java.net.InetAddress;

/**
 * A Director or a pool of one Front End.
 *
 * @param name short, for example {@code pool01}
 * @param fqdn of the machine, as it stands in {@code X-MS-Server-Fqdn}
 * @param internalName its web services name inside, which is also what replicas call it
 * @param webName its external web services name
 * @param inside where its own sites listen
 * @param published where the reverse proxy listens for it
 */
public record Server(
    String name,
    String fqdn,
    String internalName,
    String webName,
    InetAddress inside,
    InetAddress published) {}
