/**
 * What a server would agree to, found out by greetings alone: a ClientHello that JSSE would not
 * send any more, the answer to it, and no handshake after that. Nothing secret is involved and no
 * cryptography either. Start at {@link Interview}.
 */
@NullMarked
package io.lyncwatch.discovery.tls.hello;

import org.jspecify.annotations.NullMarked;
