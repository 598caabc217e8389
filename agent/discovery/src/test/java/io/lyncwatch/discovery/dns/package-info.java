/** Tests of asking: against scripted DNS servers on loopback sockets. */
@NullMarked
package io.lyncwatch.discovery.dns;

import org.jspecify.annotations.NullMarked;
