/**
 * The lab's certification authority, what it says of certificates that it has revoked, and which
 * certificate a listener presents for which name. Uses Bouncy Castle to issue, JSSE to serve. Start
 * at {@link io.lyncwatch.lab.certificates.CertificateBook} and {@link
 * io.lyncwatch.lab.certificates.Authority}.
 */
@NullMarked
package io.lyncwatch.lab.certificates;

import org.jspecify.annotations.NullMarked;
