package io.lyncwatch.lab.proxy;

import io.lyncwatch.lab.certificates.ServerNames;
import io.lyncwatch.lab.certificates.TlsSide;
import java.io.IOException;
import java.net.Socket;
import java.util.Optional;
import javax.net.ssl.SSLSocket;

/**
 * TLS ends here and begins anew to the backend, whose certificate is verified; the name that the
 * client indicated (SNI) chooses.
 */
record HttpsDoor(TlsSide toClients, TlsSide toBackends) implements Door {
  @Override
  public Guest greet(Socket client) throws IOException {
    SSLSocket secured = toClients.accept(client);
    return new Guest(secured, ServerNames.of(secured.getSession()).orElse(""), Optional.empty());
  }

  @Override
  public Socket reach(PublishingRule rule) throws IOException {
    Socket plain = Door.connect(rule.backend());
    try {
      return toBackends.connect(plain, rule.backendName());
    } catch (IOException e) {
      plain.close();
      throw e;
    }
  }
}
