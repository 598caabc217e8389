/**
 * The server's side of Lync Autodiscover: a simulated deployment on real sockets, for demos and
 * tests. It shares no code with the client's side, so that one misreading of the protocol cannot
 * hide in both. Each package is somebody who stands there: {@code dns}, {@code certificates},
 * {@code proxy}, {@code director}, {@code pool}, {@code ticket}; {@code fault} changes their world.
 */
@NullMarked
package io.lyncwatch.lab;

import org.jspecify.annotations.NullMarked;
