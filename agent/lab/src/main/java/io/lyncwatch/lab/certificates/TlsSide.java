package io.lyncwatch.lab.certificates;

import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** How one side of a connection speaks TLS. */
public record TlsSide(SSLContext context, TlsLevel level) {
  /** What it offers or accepts. */
  public SSLParameters parameters() {
    return level.narrow(context.getDefaultSSLParameters());
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
