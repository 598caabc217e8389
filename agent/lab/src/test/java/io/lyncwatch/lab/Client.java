package io.lyncwatch.lab;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/**
 * One connection to the lab as a phone makes it: the address from a name server of the lab, the
 * name and chain verified against its root.
 */
final class Client implements Closeable {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Socket socket;
  private final String host;

  /** An answer; header names in lower case. */
  record Answer(int status, Map<String, List<String>> headers, String body) {
    String header(String name) {
      return String.join(", ", headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()));
    }
  }

  private Client(Socket socket, String host) {
    this.socket = socket;
    this.host = host;
  }

  static Client https(Lab lab, InetSocketAddress dns, String host) throws Exception {
    return httpsAt(lab, address(dns, host), host);
  }

  /** Like {@link #https}, but at one of several addresses of the host. */
  static Client httpsAt(Lab lab, InetAddress address, String host) throws Exception {
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(roots(lab));
    return secured(lab, address, host, trust.getTrustManagers(), "HTTPS");
  }

  /** Like {@link #https}, but speaks this version of TLS only. */
  static Client https(Lab lab, InetSocketAddress dns, String host, String version)
      throws Exception {
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(roots(lab));
    return secured(lab, address(dns, host), host, trust.getTrustManagers(), "HTTPS", version);
  }

  /** Like {@link #https}, but takes any certificate. */
  static Client unverified(Lab lab, InetSocketAddress dns, String host) throws Exception {
    return unverifiedAt(lab, address(dns, host), host);
  }

  /** Like {@link #unverified}, but at one of several addresses of the host. */
  static Client unverifiedAt(Lab lab, InetAddress address, String host) throws Exception {
    return secured(lab, address, host, new TrustManager[] {new Gullible()}, "");
  }

  private static Client secured(
      Lab lab,
      InetAddress address,
      String host,
      TrustManager[] trust,
      String identification,
      String... versions)
      throws Exception {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust, null);
    Socket plain = connected(address, lab.httpsPort());
    SSLSocket socket =
        (SSLSocket) context.getSocketFactory().createSocket(plain, host, lab.httpsPort(), true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm(identification);
    parameters.setServerNames(List.of(new SNIHostName(host)));
    if (versions.length > 0) {
      parameters.setProtocols(versions);
    }
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return new Client(socket, host);
  }

  static Client http(Lab lab, InetSocketAddress dns, String host) throws Exception {
    return new Client(connected(address(dns, host), lab.httpPort()), host);
  }

  /** Like {@link #http}, but claims another Host. */
  static Client http(Lab lab, InetSocketAddress dns, String at, String host) throws Exception {
    return new Client(connected(address(dns, at), lab.httpPort()), host);
  }

  static InetAddress address(InetSocketAddress dns, String host) throws IOException {
    for (Record record : ask(dns, host, Type.A).getSection(Section.ANSWER)) {
      if (record instanceof ARecord found) {
        return found.getAddress();
      }
    }
    throw new IOException("no address for " + host);
  }

  static Message ask(InetSocketAddress dns, String name, int type) throws IOException {
    Record question = Record.newRecord(Name.fromString(name + "."), type, DClass.IN);
    SimpleResolver resolver = new SimpleResolver(dns);
    resolver.setTimeout(PATIENCE);
    return resolver.send(Message.newQuery(question));
  }

  List<X509Certificate> served() throws IOException {
    return Arrays.stream(((SSLSocket) socket).getSession().getPeerCertificates())
        .map(X509Certificate.class::cast)
        .toList();
  }

  String protocol() {
    return ((SSLSocket) socket).getSession().getProtocol();
  }

  String cipherSuite() {
    return ((SSLSocket) socket).getSession().getCipherSuite();
  }

  /** A certificate in DER behind a path. */
  X509Certificate certificate(String target) throws Exception {
    Answer answer = get(target);
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(
                new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.ISO_8859_1)));
  }

  /** A revocation list in DER behind a path. */
  X509CRL list(String target) throws Exception {
    Answer answer = get(target);
    return (X509CRL)
        CertificateFactory.getInstance("X.509")
            .generateCRL(
                new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.ISO_8859_1)));
  }

  Answer get(String target, String... headers) throws IOException {
    return send("GET", target, "", headers);
  }

  Answer post(String target, String body, String... headers) throws IOException {
    return send("POST", target, body, headers);
  }

  Answer delete(String target, String... headers) throws IOException {
    return send("DELETE", target, "", headers);
  }

  private Answer send(String method, String target, String body, String... headers)
      throws IOException {
    StringBuilder request = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
    request.append("Host: " + host + "\r\n");
    Arrays.stream(headers).forEach(header -> request.append(header).append("\r\n"));
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    if (method.equals("POST")) {
      request.append("Content-Length: " + content.length + "\r\n");
    }
    socket
        .getOutputStream()
        .write(request.append("\r\n").append(body).toString().getBytes(StandardCharsets.UTF_8));
    return read();
  }

  private Answer read() throws IOException {
    InputStream in = socket.getInputStream();
    int status = Integer.parseInt(line(in).split(" ", 3)[1]);
    Map<String, List<String>> headers = new TreeMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      String[] parts = line.split(":", 2);
      headers.merge(
          parts[0].toLowerCase(Locale.ROOT),
          List.of(parts[1].strip()),
          (a, b) -> List.of(a.getFirst(), b.getFirst()));
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", List.of("0")).getFirst());
    boolean bytes =
        headers
            .getOrDefault("content-type", List.of(""))
            .getFirst()
            .startsWith("application/pkix-");
    String body =
        new String(
            in.readNBytes(length), bytes ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    return new Answer(status, headers, body);
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("the server hung up");
      }
      line.write(c);
    }
    return line.toString(StandardCharsets.UTF_8).stripTrailing();
  }

  private static Socket connected(InetAddress address, int port) throws IOException {
    Socket socket = new Socket(address, port);
    socket.setSoTimeout(10_000);
    return socket;
  }

  private static KeyStore roots(Lab lab) throws Exception {
    Certificate root =
        CertificateFactory.getInstance("X.509")
            .generateCertificate(
                new ByteArrayInputStream(lab.rootPem().getBytes(StandardCharsets.US_ASCII)));
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setCertificateEntry("root", root);
    return store;
  }

  private static final class Gullible extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
