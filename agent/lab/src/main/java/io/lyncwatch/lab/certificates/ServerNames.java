package io.lyncwatch.lab.certificates;

import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLSession;

/** Reads the server name indication of RFC 6066 3. */
public final class ServerNames {
  private ServerNames() {}

  /** The host that the client asked for, in lower case; empty if it named none. */
  public static Optional<String> of(SSLSession session) {
    if (!(session instanceof ExtendedSSLSession extended)) {
      return Optional.empty();
    }
    return extended.getRequestedServerNames().stream()
        .filter(SNIHostName.class::isInstance)
        .map(name -> ((SNIHostName) name).getAsciiName().toLowerCase(Locale.ROOT))
        .findFirst();
  }
}
