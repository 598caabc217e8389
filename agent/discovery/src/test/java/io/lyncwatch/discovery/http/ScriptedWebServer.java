package io.lyncwatch.discovery.http;

import io.lyncwatch.discovery.tls.Issued;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A server on loopback that says what a test wants, whatever it is asked. */
public final class ScriptedWebServer implements AutoCloseable {
  /** How a TLS client begins (RFC 8446 5.1): this server speaks none, and hangs up. */
  private static final int TLS_HANDSHAKE = 22;

  private final ServerSocket listener;
  private final Script script;
  private final List<String> heads = new CopyOnWriteArrayList<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  /** What is said on one connection. */
  @FunctionalInterface
  public interface Script {
    /** Called once for each request; the connection stays open for the next one. */
    void answer(int request, OutputStream out) throws IOException;
  }

  /** Listens at a free port. */
  public ScriptedWebServer(Script script) {
    this(script, ServerSocketFactory.getDefault());
  }

  private ScriptedWebServer(Script script, ServerSocketFactory sockets) {
    this.script = script;
    try {
      listener = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  /** Listens for TLS at a free port, and presents that certificate. */
  public static ScriptedWebServer secure(Issued certificate, Script script) {
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
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return new ScriptedWebServer(script, context.getServerSocketFactory());
    } catch (GeneralSecurityException | IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Says the same text to everybody, byte by byte as it is written. */
  public static ScriptedWebServer saying(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    return new ScriptedWebServer((request, out) -> out.write(bytes));
  }

  /** The port. */
  public int port() {
    return listener.getLocalPort();
  }

  /** The heads of all requests that came. */
  public List<String> heads() {
    return heads;
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = listener.accept();
        open.add(socket);
        Thread.ofVirtual().start(() -> serve(socket));
      }
    } catch (IOException closed) {
      // the test is over
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      for (int request = 0; ; request++) {
        String head = head(socket.getInputStream());
        if (head.isEmpty()) {
          return;
        }
        heads.add(head);
        script.answer(request, socket.getOutputStream());
        socket.getOutputStream().flush();
      }
    } catch (IOException gone) {
      // the client had enough, or the script ended the connection
    }
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != TLS_HANDSHAKE; c = in.read()) {
      head.append((char) c);
      if (head.toString().endsWith("\r\n\r\n")) {
        return head.toString();
      }
    }
    return "";
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
