/**
 * Captures the certificate chain that an endpoint presents, whatever is wrong with it ({@link
 * Handshaker}), and judges it afterwards ({@link CertificateJudge}). Uses JSSE and {@code finding};
 * opens no connection itself. Start at {@link Judgement}; a program calls {@link LegacyTls} before
 * anything else.
 */
@NullMarked
package io.lyncwatch.discovery.tls;

import org.jspecify.annotations.NullMarked;
