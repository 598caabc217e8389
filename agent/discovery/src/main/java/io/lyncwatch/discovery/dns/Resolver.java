package io.lyncwatch.discovery.dns;

import io.lyncwatch.discovery.View;
import java.net.InetSocketAddress;

/**
 * One DNS server that the agent asks.
 *
 * @param name the operator's word for it, a metric label
 * @param address where it listens, over UDP and TCP
 * @param view the side of split DNS that it shows
 */
public record Resolver(String name, InetSocketAddress address, View view) {}
