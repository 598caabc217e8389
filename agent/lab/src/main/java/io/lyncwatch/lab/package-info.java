/**
 * The server's side of Lync Autodiscover: a simulated deployment on real sockets, for demos and
 * tests. It shares no code with the client's side, so that one misreading of the protocol cannot
 * hide in both. Start at {@link io.lyncwatch.lab.Lab}.
 *
 * <p>Each package is somebody who stands there: {@code dns}, {@code certificates}, {@code proxy},
 * {@code director}, {@code pool}, {@code ticket}, {@code kerberos}, and {@code site} for what
 * Director and pool have in common. {@code world} says how they stand before anything is opened,
 * {@code fault} changes that, {@code journal} keeps what was seen.
 */
@NullMarked
package io.lyncwatch.lab;

import org.jspecify.annotations.NullMarked;
