package io.lyncwatch.agent.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A certification authority that OpenSSL keeps in a directory: a root, an intermediate below it,
 * and the servers' certificates that the intermediate issues and revokes.
 */
final class OpensslAuthority {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

  private final String openssl;
  private final Path directory;
  private int issued;

  private OpensslAuthority(String openssl, Path directory) {
    this.openssl = openssl;
    this.directory = directory;
  }

  /**
   * What a server's certificate is to be like.
   *
   * @param key as {@code openssl genpkey} takes it: algorithm, then an option
   * @param digest of the signature
   * @param extensions lines of a section of extensions
   */
  record Wish(
      String host,
      List<String> key,
      String digest,
      Instant notBefore,
      Instant notAfter,
      List<String> extensions) {
    static Wish of(String host) {
      Instant now = Instant.now();
      return new Wish(
          host,
          List.of("RSA", "rsa_keygen_bits:2048"),
          "sha256",
          now.minus(Duration.ofDays(30)),
          now.plus(Duration.ofDays(90)),
          List.of("subjectAltName=DNS:" + host, "extendedKeyUsage=serverAuth"));
    }

    Wish valid(Instant from, Instant to) {
      return new Wish(host, key, digest, from, to, extensions);
    }

    Wish key(String algorithm, String option) {
      return new Wish(host, List.of(algorithm, option), digest, notBefore, notAfter, extensions);
    }

    Wish named(String name) {
      return new Wish(name, key, digest, notBefore, notAfter, extensions);
    }

    Wish digest(String name) {
      return new Wish(host, key, name, notBefore, notAfter, extensions);
    }

    Wish extensions(String... lines) {
      return new Wish(host, key, digest, notBefore, notAfter, List.of(lines));
    }

    Wish also(String line) {
      return new Wish(
          host,
          key,
          digest,
          notBefore,
          notAfter,
          Stream.concat(extensions.stream(), Stream.of(line)).toList());
    }
  }

  /** A certificate and its key, in PEM. */
  record Issued(Path certificate, Path key) {}

  /** Founds one in a directory that has to be empty. */
  static OpensslAuthority in(Path directory) throws Exception {
    OpensslAuthority authority =
        new OpensslAuthority(PeerProgram.installed("openssl", "openssl"), directory);
    authority.found();
    return authority;
  }

  private void found() throws Exception {
    Files.createFile(file("nothing"));
    Files.createFile(file("index.txt"));
    Files.writeString(file("crlnumber"), "01\n");
    Files.writeString(
        file("ca.cnf"),
        """
        [ca]
        default_ca = here
        [here]
        database = %1$s/index.txt
        new_certs_dir = %1$s
        certificate = %1$s/intermediate.pem
        private_key = %1$s/intermediate.key
        crlnumber = %1$s/crlnumber
        default_md = sha256
        default_crl_days = 30
        rand_serial = yes
        unique_subject = no
        policy = any
        [any]
        commonName = supplied
        """
            .formatted(directory));
    Instant now = Instant.now();
    Wish authority =
        Wish.of("OpenSSL Root")
            .valid(now.minus(Duration.ofDays(3000)), now.plus(Duration.ofDays(3000)))
            .extensions("basicConstraints=critical,CA:true", "keyUsage=keyCertSign,cRLSign");
    request("root", authority);
    sign("root", authority, "-selfsign", "-keyfile", file("root.key").toString());
    Wish below = authority.named("OpenSSL Issuing");
    request("intermediate", below);
    sign(
        "intermediate",
        below,
        "-cert",
        file("root.pem").toString(),
        "-keyfile",
        file("root.key").toString());
  }

  /** A certificate that nobody but its own key vouches for. */
  Issued selfSigned(String name, String subject, String extension) throws Exception {
    key(name, List.of("RSA", "rsa_keygen_bits:2048"));
    run(
        "req",
        "-x509",
        "-days",
        "3000",
        "-subj",
        subject,
        "-addext",
        extension,
        "-key",
        file(name + ".key").toString(),
        "-out",
        file(name + ".pem").toString());
    return new Issued(file(name + ".pem"), file(name + ".key"));
  }

  /** Issues one. */
  Issued issue(Wish wish) throws Exception {
    String name = "leaf" + issued++;
    request(name, wish);
    sign(name, wish);
    return new Issued(file(name + ".pem"), file(name + ".key"));
  }

  private void request(String name, Wish wish) throws Exception {
    key(name, wish.key());
    run(
        "req",
        "-new",
        "-subj",
        "/CN=" + wish.host(),
        "-key",
        file(name + ".key").toString(),
        "-out",
        file(name + ".csr").toString());
  }

  private void sign(String name, Wish wish, String... signer) throws Exception {
    Path extensions = Files.write(file(name + ".ext"), wish.extensions());
    List<String> command =
        new ArrayList<>(List.of("ca", "-batch", "-notext", "-config", file("ca.cnf").toString()));
    command.addAll(List.of(signer));
    command.addAll(List.of("-md", wish.digest(), "-extfile", extensions.toString()));
    command.addAll(List.of("-startdate", DATE.format(wish.notBefore())));
    command.addAll(List.of("-enddate", DATE.format(wish.notAfter())));
    command.addAll(List.of("-in", file(name + ".csr").toString()));
    command.addAll(List.of("-out", file(name + ".pem").toString()));
    run(command.toArray(String[]::new));
  }

  /** Takes one back; its lists and its responder know it afterwards. */
  void revoke(Issued certificate) throws Exception {
    run(
        "ca",
        "-config",
        file("ca.cnf").toString(),
        "-revoke",
        certificate.certificate().toString(),
        "-crl_reason",
        "keyCompromise");
  }

  /** The list of what is revoked, in DER. */
  byte[] revocationList() throws Exception {
    run("ca", "-gencrl", "-config", file("ca.cnf").toString(), "-out", file("crl.pem").toString());
    run(
        "crl",
        "-in",
        file("crl.pem").toString(),
        "-outform",
        "DER",
        "-out",
        file("crl.der").toString());
    return Files.readAllBytes(file("crl.der"));
  }

  /** The command line of its responder. */
  List<String> responder(int port) {
    return command(answering(), "-port", Integer.toString(port));
  }

  /** What its responder says of one certificate, to be sent along with it. */
  Path answer(Issued certificate) throws Exception {
    Path answer = Files.createTempFile(directory, "answer", ".der");
    run(
        command(
            answering(),
            "-issuer",
            intermediate().toString(),
            "-cert",
            certificate.certificate().toString(),
            "-no_nonce",
            "-respout",
            answer.toString()));
    return answer;
  }

  private List<String> answering() {
    return List.of(
        openssl,
        "ocsp",
        "-index",
        file("index.txt").toString(),
        "-CA",
        intermediate().toString(),
        "-rsigner",
        intermediate().toString(),
        "-rkey",
        file("intermediate.key").toString(),
        "-nmin",
        "60");
  }

  Path root() {
    return file("root.pem");
  }

  Path intermediate() {
    return file("intermediate.pem");
  }

  /** Certificates one after the other in one file, as servers read them. */
  Path bundle(Path... certificates) throws IOException {
    StringBuilder all = new StringBuilder();
    for (Path certificate : certificates) {
      all.append(Files.readString(certificate));
    }
    return Files.writeString(Files.createTempFile(directory, "bundle", ".pem"), all);
  }

  private void key(String name, List<String> kind) throws Exception {
    run(
        "genpkey",
        "-algorithm",
        kind.get(0),
        "-pkeyopt",
        kind.get(1),
        "-out",
        file(name + ".key").toString());
  }

  private Path file(String name) {
    return directory.resolve(name);
  }

  private void run(String... arguments) throws Exception {
    run(command(List.of(openssl), arguments));
  }

  private void run(List<String> command) throws Exception {
    Path output = Files.createTempFile(directory, "output", "");
    assertThat(PeerProgram.run(file("nothing"), output, command))
        .as("%s said %s", command, Files.readString(output))
        .isZero();
  }

  private static List<String> command(List<String> first, String... arguments) {
    return Stream.concat(first.stream(), Stream.of(arguments)).toList();
  }
}
