package io.lyncwatch.discovery.http;

import io.lyncwatch.discovery.tls.Judgement;
import java.security.cert.X509Certificate;

/**
 * An established TLS session with an acceptable certificate.
 *
 * @param protocol for example {@code TLSv1.3}
 * @param certificate the server's own
 */
public record TlsSession(
    String protocol, String cipher, X509Certificate certificate, Judgement judgement) {}
