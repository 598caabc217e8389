package io.lyncwatch.lab.proxy;

import io.lyncwatch.lab.certificates.ServerNames;
import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * TLS ends here and begins anew to the backend, whose certificate is verified; the name that the
 * client indicated (SNI) chooses.
 */
record HttpsDoor(SSLContext toClients, SSLContext toBackends) implements Door {
  @Override
  public Guest greet(Socket client) throws IOException {
    SSLSocket secured =
        (SSLSocket) toClients.getSocketFactory().createSocket(client, null, client.getPort(), true);
    secured.setUseClientMode(false);
    secured.startHandshake();
    return new Guest(secured, ServerNames.of(secured.getSession()).orElse(""), "");
  }

  @Override
  public Socket reach(PublishingRule rule) throws IOException {
    Socket plain = Door.connect(rule.backend());
    try {
      SSLSocket secured =
          (SSLSocket)
              toBackends
                  .getSocketFactory()
                  .createSocket(plain, rule.backendName(), rule.backend().getPort(), true);
      SSLParameters parameters = secured.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      secured.setSSLParameters(parameters);
      secured.startHandshake();
      return secured;
    } catch (IOException e) {
      plain.close();
      throw e;
    }
  }
}
