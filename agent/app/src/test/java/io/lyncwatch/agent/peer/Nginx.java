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
    String nginx = PeerProgram.installed("nginx", "nginx-light");
    return new Nginx(
        PeerProgram.serving(
            certificates.keySet().iterator().next(),
            directory.resolve("nginx.out"),
            new PeerProgram.Service() {
              @Override
              public List<String> command(InetSocketAddress at) throws IOException {
                Path configuration = directory.resolve("nginx.conf");
                Files.writeString(
                    configuration, configuration(directory, certificates, at.getPort()));
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

  private static String configuration(
      Path directory, Map<InetAddress, Issued> certificates, int port) {
    String servers =
        certificates.entrySet().stream()
            .map(site ->
                "server { listen %s:%d ssl; ssl_certificate %s; ssl_certificate_key %s; }"
                    .formatted(
                        site.getKey().getHostAddress(),
                        port,
                        site.getValue().certificate(),
                        site.getValue().key()))
            .collect(Collectors.joining("\n"));
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
