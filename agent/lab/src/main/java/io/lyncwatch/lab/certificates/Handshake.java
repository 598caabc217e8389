package io.lyncwatch.lab.certificates;

import java.net.InetAddress;

/**
 * A full TLS handshake that came so far that the server chose a certificate, whether or not the
 * client went on then; one that resumes an earlier session shows no certificate and is none.
 *
 * @param listener for example {@code pool01 internal} or {@code pool01 published}
 * @param address where it listens
 * @param host the name that the client indicated, in lower case; empty if it indicated none
 */
public record Handshake(String listener, InetAddress address, String host) {}
