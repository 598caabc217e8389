package io.lyncwatch.agent.peer;

import io.lyncwatch.agent.peer.OpensslAuthority.Issued;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An Apache that lets nobody ask for a ticket who is not signed in: with Kerberos, or with NTLM by
 * the file of users of gss-ntlmssp. What lies behind the gate says what a Lync server would, as far
 * as a client needs it.
 */
final class ApacheGate implements AutoCloseable {
  private static final Path MODULES = Path.of("/usr/lib/apache2/modules");

  private final Path directory;
  private final PeerProgram program;

  private ApacheGate(Path directory, PeerProgram program) {
    this.directory = directory;
    this.program = program;
  }

  /**
   * Starts one.
   *
   * @param directory does not exist yet
   * @param settings lines of configuration for the gate itself
   * @param site lines of configuration for all
   * @param environment of the modules that judge
   */
  static ApacheGate start(
      Path directory,
      String host,
      Issued certificate,
      List<String> settings,
      List<String> site,
      Map<String, String> environment)
      throws Exception {
    String apache = PeerProgram.installed("apache2", "apache2-bin");
    PeerProgram.installed(MODULES.resolve("mod_auth_gssapi.so"), "libapache2-mod-auth-gssapi");
    Files.createDirectory(directory);
    Path script = Files.writeString(directory.resolve("site"), site(host, directory));
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.copy(certificate.certificate(), directory.resolve("server.pem"));
    Files.copy(certificate.key(), directory.resolve("server.key"));
    PeerProgram.handOver(directory);
    List<String> serve = new ArrayList<>(PeerProgram.unprivileged());
    serve.add("env");
    environment.forEach((name, value) -> serve.add(name + "=" + value));
    serve.addAll(List.of(apache, "-f", directory + "/httpd.conf", "-DFOREGROUND"));
    return new ApacheGate(
        directory,
        PeerProgram.serving(
            InetAddress.getLoopbackAddress(),
            directory.resolve("apache.out"),
            new PeerProgram.Service() {
              @Override
              public List<String> command(InetSocketAddress at) throws IOException {
                Files.writeString(
                    directory.resolve("httpd.conf"),
                    configuration(directory, host, at.getPort(), settings, site));
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

  int port() {
    return program.address().getPort();
  }

  /** Who was let in to ask for a ticket, in order. */
  List<String> admitted() throws IOException {
    Path file = directory.resolve("admitted");
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  /** Whom it answered with what. */
  List<String> log() throws IOException {
    return Files.readAllLines(directory.resolve("access.log"));
  }

  private static String configuration(
      Path directory, String host, int port, List<String> settings, List<String> site) {
    return """
    ServerRoot /usr/lib/apache2
    ServerName %2$s
    PidFile %1$s/httpd.pid
    DefaultRuntimeDir %1$s
    Mutex file:%1$s default
    ErrorLog %1$s/error.log
    LogLevel warn auth_gssapi:debug
    LoadModule mpm_event_module modules/mod_mpm_event.so
    LoadModule authn_core_module modules/mod_authn_core.so
    LoadModule authz_core_module modules/mod_authz_core.so
    LoadModule authz_user_module modules/mod_authz_user.so
    LoadModule auth_gssapi_module modules/mod_auth_gssapi.so
    LoadModule alias_module modules/mod_alias.so
    LoadModule headers_module modules/mod_headers.so
    LoadModule cgid_module modules/mod_cgid.so
    LoadModule ssl_module modules/mod_ssl.so
    ScriptSock %1$s/cgid.sock
    StartServers 1
    ThreadsPerChild 8
    MaxRequestWorkers 8
    KeepAlive On
    LogFormat "%%m %%U %%>s %%k" short
    CustomLog %1$s/access.log short
    Listen 127.0.0.1:%3$d https
    SSLEngine on
    SSLCertificateFile %1$s/server.pem
    SSLCertificateKeyFile %1$s/server.key
    %5$s
    ScriptAliasMatch "^/.*" %1$s/site
    <Directory %1$s>
    Require all granted
    </Directory>
    <Location /ticket>
    AuthType GSSAPI
    AuthName contoso
    GssapiConnectionBound On
    %4$s
    Require valid-user
    </Location>
    """
        .formatted(directory, host, port, String.join("\n", settings), String.join("\n", site));
  }

  /** Root, User, metadata, ticket: one document for each path. */
  private static String site(String host, Path directory) {
    return """
    #!/bin/sh
    [ -n "$CONTENT_LENGTH" ] && head -c "$CONTENT_LENGTH" >/dev/null
    printf 'X-MS-Server-Fqdn: fe01.contoso.example\\r\\n'
    case "$REQUEST_URI" in
    /user*)
      if [ -z "$HTTP_X_MS_WEBTICKET" ]; then
        printf 'Status: 401 Unauthorized\\r\\nX-MS-WebTicketURL: https://%1$s/service\\r\\n'
        printf 'Content-Type: text/html\\r\\n\\r\\n'
        exit
      fi
      printf 'Content-Type: application/vnd.microsoft.rtc.autodiscover+xml\\r\\n\\r\\n'
      printf '<AutodiscoverResponse AccessLocation="External"><User/></AutodiscoverResponse>'
      ;;
    /service/mex)
      printf 'Content-Type: text/xml\\r\\n\\r\\n'
      printf '<d:definitions xmlns:d="http://schemas.xmlsoap.org/wsdl/"'
      printf ' xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/"><d:service>'
      printf '<d:port name="WebTicketServiceWinNegotiate">'
      printf '<soap:address location="https://%1$s/ticket"/></d:port></d:service>'
      printf '</d:definitions>'
      ;;
    /ticket)
      printf '%%s\\n' "$REMOTE_USER" >>%2$s/admitted
      printf 'Content-Type: text/xml\\r\\n\\r\\n'
      printf '<Envelope xmlns="http://schemas.xmlsoap.org/soap/envelope/"><Body>'
      printf '<r:RequestSecurityTokenResponse'
      printf ' xmlns:r="http://docs.oasis-open.org/ws-sx/ws-trust/200512">'
      printf '<r:RequestedSecurityToken><saml:Assertion AssertionID="a1"'
      printf ' xmlns:saml="urn:oasis:names:tc:SAML:1.0:assertion"/></r:RequestedSecurityToken>'
      printf '</r:RequestSecurityTokenResponse></Body></Envelope>'
      ;;
    *)
      printf 'Content-Type: application/vnd.microsoft.rtc.autodiscover+xml\\r\\n\\r\\n'
      printf '<AutodiscoverResponse AccessLocation="External"><Root>'
      printf '<Link token="User" href="https://%1$s/user"/></Root></AutodiscoverResponse>'
      ;;
    esac
    """
        .formatted(host, directory);
  }

  @Override
  public void close() {
    program.close();
  }
}
