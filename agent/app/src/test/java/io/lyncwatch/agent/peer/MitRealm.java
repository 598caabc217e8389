package io.lyncwatch.agent.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Kerberos realm that MIT's programs keep in a directory, and its server. */
final class MitRealm implements AutoCloseable {
  private final String name;
  private final Path directory;
  private final PeerProgram server;

  private MitRealm(String name, Path directory, PeerProgram server) {
    this.name = name;
    this.directory = directory;
    this.server = server;
  }

  /**
   * Makes one and starts its server.
   *
   * @param directory does not exist yet
   * @param commands of {@code kadmin} that fill it; files that they name lie in the directory
   */
  static MitRealm start(String name, Path directory, String... commands) throws Exception {
    String kdc = PeerProgram.installed("krb5kdc", "krb5-kdc");
    String database = PeerProgram.installed("kdb5_util", "krb5-kdc");
    String admin = PeerProgram.installed("kadmin.local", "krb5-admin-server");
    Files.createDirectory(directory);
    configure(name, directory, 0);
    run(directory, List.of(), command(directory, database, "-r", name, "create", "-s", "-P", "m"));
    run(directory, List.of(commands), command(directory, admin, "-r", name));
    PeerProgram.handOver(directory);
    List<String> serve = new ArrayList<>(PeerProgram.unprivileged());
    serve.addAll(command(directory, kdc, "-n", "-r", name, "-P", directory + "/kdc.pid"));
    return new MitRealm(
        name,
        directory,
        PeerProgram.serving(
            InetAddress.getLoopbackAddress(),
            directory.resolve("kdc.out"),
            new PeerProgram.Service() {
              @Override
              public List<String> command(InetSocketAddress at) throws IOException {
                configure(name, directory, at.getPort());
                return serve;
              }

              @Override
              public boolean answers(InetSocketAddress at) throws Exception {
                try (Socket socket = new Socket(at.getAddress(), at.getPort())) {
                  return socket.isConnected();
                }
              }
            }));
  }

  /** Where its server is. */
  String kdc() {
    return "127.0.0.1:" + server.address().getPort();
  }

  String name() {
    return name;
  }

  /** A file in its directory. */
  Path file(String file) {
    return directory.resolve(file);
  }

  /** What its server has written of each question. */
  String log() throws IOException {
    return Files.readString(file("kdc.log"));
  }

  private static void configure(String name, Path directory, int port) throws IOException {
    Files.writeString(
        directory.resolve("krb5.conf"),
        """
        [libdefaults]
        default_realm = %1$s
        dns_lookup_kdc = false
        dns_canonicalize_hostname = false
        rdns = false
        [realms]
        %1$s = {
        kdc = 127.0.0.1:%2$d
        }
        """
            .formatted(name, port));
    Files.writeString(
        directory.resolve("kdc.conf"),
        """
        [kdcdefaults]
        kdc_listen = 127.0.0.1:%3$d
        kdc_tcp_listen = 127.0.0.1:%3$d
        [realms]
        %1$s = {
        database_name = %2$s/principal
        key_stash_file = %2$s/stash
        default_principal_flags = +preauth
        }
        [logging]
        kdc = FILE:%2$s/kdc.log
        """
            .formatted(name, directory, port));
  }

  private static List<String> command(Path directory, String... program) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "env",
                "KRB5_CONFIG=" + directory + "/krb5.conf",
                "KRB5_KDC_PROFILE=" + directory + "/kdc.conf"));
    command.addAll(List.of(program));
    return command;
  }

  private static void run(Path directory, List<String> input, List<String> command)
      throws Exception {
    Path in = Files.write(directory.resolve("input"), input);
    Path out = directory.resolve("output");
    assertThat(PeerProgram.run(in, out, command))
        .as("%s said %s", command, Files.readString(out))
        .isZero();
  }

  @Override
  public void close() {
    server.close();
  }
}
