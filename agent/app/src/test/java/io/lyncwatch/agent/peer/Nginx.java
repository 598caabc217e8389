package io.lyncwatch.agent.peer;

import io.lyncwatch.agent.peer.OpensslAuthority.Issued;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** An nginx that presents certificates and has nothing to say beyond that. */
final class Nginx implements AutoCloseable {
  private final PeerProgram program;

  private Nginx(PeerProgram program) {
    this.program = program;
  }

  /**
   * Starts one at the same port of several addresses of this machine.
   *
   * @param certificates what it presents at each; the certificate's file holds its whole chain
   */
  static Nginx presenting(Path directory, Map<InetAddress, Issued> certificates)
      throws IOException {
    return serving(directory, port -> sites("", certificates, port));
  }

  /** The same, which turns away everybody who asks for any other name. */
  static Nginx knowingOnly(String name, Path directory, Map<InetAddress, Issued> certificates)
      throws IOException {
    return serving(
        directory,
        port ->
            certificates.keySet().stream()
                    .map(address ->
                        "server { listen %s:%d ssl default_server; ssl_reject_handshake on; }%n"
                            .formatted(address.getHostAddress(), port))
                    .collect(Collectors.joining())
                + sites("server_name " + name + ";", certificates, port));
  }

  private static Nginx serving(Path directory, IntFunction<String> servers) throws IOException {
    String nginx = PeerProgram.installed("nginx", "nginx-light");
    return new Nginx(
        PeerProgram.serving(
            InetAddress.getLoopbackAddress(),
            directory.resolve("nginx.out"),
            new PeerProgram.Service() {
              @Override
              public List<String> command(InetSocketAddress at) throws IOException {
                Path configuration = directory.resolve("nginx.conf");
                Files.writeString(
                    configuration, configuration(directory, servers.apply(at.getPort())));
                return List.of(nginx, "-p", directory.toString(), "-c", configuration.toString());
              }

              @Override
              public boolean answers(InetSocketAddress at) throws Exception {
                try (Socket socket = new Socket(at.getAddress(), at.getPort())) {
                  return socket.isConnected();
                }
              }
            }));
  }

  int port() {
    return program.address().getPort();
  }

  private static String sites(String more, Map<InetAddress, Issued> certificates, int port) {
    return certificates.entrySet().stream()
        .map(site ->
            "server { listen %s:%d ssl; %s ssl_certificate %s; ssl_certificate_key %s; }"
                .formatted(
                    site.getKey().getHostAddress(),
                    port,
                    more,
                    site.getValue().certificate(),
                    site.getValue().key()))
        .collect(Collectors.joining("\n"));
  }

  private static String configuration(Path directory, String servers) {
    String temporary =
        List.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi").stream()
            .map(kind -> "%s_temp_path %s/%s;".formatted(kind, directory, kind))
            .collect(Collectors.joining("\n"));
    return """
    daemon off;
    master_process off;
    pid %1$s/nginx.pid;
    error_log %1$s/error.log;
    events {}
    http {
    access_log off;
    %2$s
    %3$s
    }
    """
        .formatted(directory, temporary, servers);
  }

  @Override
  public void close() {
    program.close();
  }
}
