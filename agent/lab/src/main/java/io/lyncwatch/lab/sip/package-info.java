/**
 * Where desktop clients would speak SIP: over TLS, of which the lab plays the handshake and nothing
 * more. Start at {@link io.lyncwatch.lab.sip.SipListener}.
 */
@NullMarked
package io.lyncwatch.lab.sip;

import org.jspecify.annotations.NullMarked;
