package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.tls.Issued;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * A server that asks clients for a certificate, and accepts none. It ends TLS, and the connection
 * only when the client has: else the alert may be lost on the way.
 */
final class CertificateRefusingServer implements AutoCloseable {
  private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");

  private final ServerSocket listener;
  private final SSLContext context;
  private final String version;
  private final boolean afterRequest;

  private CertificateRefusingServer(Issued certificate, String version, boolean afterRequest) {
    this.version = version;
    this.afterRequest = afterRequest;
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry(
          "server",
          certificate.keys().getPrivate(),
          new char[0],
          new X509Certificate[] {certificate.certificate()});
      KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
      keys.init(store, new char[0]);
      context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), new TrustManager[] {new Nobody()}, null);
      listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    } catch (GeneralSecurityException | IOException e) {
      throw new AssertionError(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  /**
   * In TLS 1.3 the client is done with the handshake before the server has seen its certificate.
   */
  static CertificateRefusingServer byTls13(Issued certificate) {
    return new CertificateRefusingServer(certificate, "TLSv1.3", false);
  }

  /** As IIS does: by another handshake when it has read the request. */
  static CertificateRefusingServer byRenegotiation(Issued certificate) {
    return new CertificateRefusingServer(certificate, "TLSv1.2", true);
  }

  int port() {
    return listener.getLocalPort();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try (Socket connection = listener.accept()) {
        refuse(connection);
        connection.getInputStream().transferTo(OutputStream.nullOutputStream());
      } catch (IOException gone) {
        // the client had enough, or the test is over
      }
    }
  }

  private void refuse(Socket connection) throws IOException {
    SSLSocket secured =
        (SSLSocket) context.getSocketFactory().createSocket(connection, (InputStream) null, false);
    secured.setEnabledProtocols(new String[] {version});
    secured.setNeedClientAuth(!afterRequest);
    try {
      if (afterRequest) {
        readRequest(secured.getInputStream());
        secured.setNeedClientAuth(true);
      }
      secured.startHandshake();
      // JSSE waits for the end of a first handshake, and goes on with another one as it reads.
      int end = secured.getInputStream().read();
      assert end < 0 : "nobody gets as far as saying more";
    } catch (SSLException refused) {
      // that is what this server does
    }
  }

  private static void readRequest(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        throw new EOFException("the client hung up before it had asked");
      }
      head.append((char) next);
    }
    Matcher length = LENGTH.matcher(head);
    in.skipNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }

  /** Trusts nobody. */
  private static final class Nobody implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType)
        throws CertificateException {
      throw new CertificateException("not one of ours");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType)
        throws CertificateException {
      throw new CertificateException("not one of ours");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
