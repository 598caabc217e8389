package io.lyncwatch.lab.certificates;

import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * How one side of a connection speaks TLS.
 *
 * @param asksClients whether a web site asks its clients for certificates; they need not have any
 */
public record TlsSide(SSLContext context, TlsLevel level, boolean asksClients) {
  /** One that asks nobody. */
  TlsSide(SSLContext context, TlsLevel level) {
    this(context, level, false);
  }

  /** The same, but asking. */
  public TlsSide askingClients() {
    return new TlsSide(context, level, true);
  }

  /** What it offers or accepts. */
  public SSLParameters parameters() {
    SSLParameters parameters = level.narrow(context.getDefaultSSLParameters());
    parameters.setWantClientAuth(asksClients);
    return parameters;
  }

  /** The server's side of a connection that is open. */
  public SSLSocket accept(Socket client) throws IOException {
    SSLSocket secured =
        (SSLSocket) context.getSocketFactory().createSocket(client, null, client.getPort(), true);
    secured.setUseClientMode(false);
    secured.setSSLParameters(level.narrow(secured.getSSLParameters()));
    secured.startHandshake();
    return secured;
  }

  /** The client's side of a connection that is open, to a server that must prove its name. */
  public SSLSocket connect(Socket server, String name) throws IOException {
    SSLSocket secured =
        (SSLSocket) context.getSocketFactory().createSocket(server, name, server.getPort(), true);
    SSLParameters parameters = level.narrow(secured.getSSLParameters());
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secured.setSSLParameters(parameters);
    secured.startHandshake();
    return secured;
  }
}
