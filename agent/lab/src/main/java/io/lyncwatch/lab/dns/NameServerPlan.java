package io.lyncwatch.lab.dns;

import java.net.InetAddress;

/**
 * A name server to be opened.
 *
 * @param view the side that it shows
 * @param zone what it says
 */
public record NameServerPlan(InetAddress address, View view, Zone zone, Authority authority) {}
