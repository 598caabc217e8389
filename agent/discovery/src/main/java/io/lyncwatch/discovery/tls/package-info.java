/**
 * Captures the certificate chain that an endpoint presents, whatever is wrong with it, and judges
 * it afterwards. Uses JSSE and {@code finding}; opens no connection itself. Start at {@link
 * Judgement}.
 */
@NullMarked
package io.lyncwatch.discovery.tls;

import org.jspecify.annotations.NullMarked;
