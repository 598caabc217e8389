package io.lyncwatch.agent.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** A program that nobody of this project wrote, running as a process of its own until closed. */
public final class PeerProgram implements AutoCloseable {
  /** Between picking a free port and taking it, another process may be quicker. */
  private static final int MOST_TRIES = 3;

  private static final Duration PATIENCE = Duration.ofSeconds(50);

  private final Process process;
  private final InetSocketAddress address;

  private PeerProgram(Process process, InetSocketAddress address) {
    this.process = process;
    this.address = address;
  }

  /** How a program that serves at an address is started, and how it is known to be ready. */
  interface Service {
    /** The command line, after writing the files that it names. */
    List<String> command(InetSocketAddress at) throws IOException;

    /** Whether it answers; a connection that fails is no answer yet. */
    boolean answers(InetSocketAddress at) throws Exception;
  }

  /**
   * Where a program is. The test that asks is skipped where it is not installed; in CI (environment
   * {@code CI=true}) it fails.
   *
   * @param debianPackage what to install
   */
  public static String installed(String program, String debianPackage) {
    Optional<Path> found = inPath(program);
    require(found.isPresent(), program, debianPackage);
    return found.orElseThrow().toString();
  }

  /** The same for a program that Debian does not have: without it the test is skipped in CI too. */
  static String ifInstalled(String program) {
    Optional<Path> found = inPath(program);
    assumeTrue(found.isPresent(), program + " is not installed");
    return found.orElseThrow().toString();
  }

  private static Optional<Path> inPath(String program) {
    return Stream.of(
            (System.getenv("PATH") + File.pathSeparator + "/usr/sbin")
                .split(File.pathSeparator, -1))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** The same for a file that a program loads. */
  static Path installed(Path file, String debianPackage) {
    require(Files.exists(file), file.toString(), debianPackage);
    return file;
  }

  /** The same for what a program loads: the first of these places where it is. */
  static Path library(String debianPackage, Path... places) {
    Optional<Path> found = Stream.of(places).filter(Files::exists).findFirst();
    require(found.isPresent(), places[0].getFileName().toString(), debianPackage);
    return found.orElseThrow();
  }

  private static void require(boolean present, String what, String debianPackage) {
    String missing = what + " is not installed (Debian package " + debianPackage + ")";
    if ("true".equals(System.getenv("CI"))) {
      assertThat(present).as(missing).isTrue();
    }
    assumeTrue(present, missing);
  }

  /** What a command line begins with that must not run as root, where this process does. */
  static List<String> unprivileged() {
    return "root".equals(System.getProperty("user.name"))
        ? List.of("setpriv", "--reuid", "nobody", "--regid", "nogroup", "--clear-groups", "--")
        : List.of();
  }

  /** Hands a directory over to who runs unprivileged programs, with all that is in it. */
  static void handOver(Path directory) throws Exception {
    if (unprivileged().isEmpty()) {
      return;
    }
    Path output = Files.createTempFile("chown", "");
    List<String> command = List.of("chown", "-R", "nobody:nogroup", directory.toString());
    assertThat(run(Path.of("/dev/null"), output, command)).isZero();
    Files.delete(output);
    for (Path above = directory; above != null; above = above.getParent()) {
      if (Files.isWritable(above)) {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(above);
        permissions.add(PosixFilePermission.OTHERS_EXECUTE);
        Files.setPosixFilePermissions(above, permissions);
      }
    }
  }

  /** Starts a service at a free port of an address, and waits until it answers. */
  static PeerProgram serving(InetAddress host, Path output, Service service) throws IOException {
    for (int i = 0; i < MOST_TRIES; i++) {
      InetSocketAddress at = new InetSocketAddress(host, freePort(host));
      PeerProgram program = new PeerProgram(start(output, service.command(at)), at);
      if (program.becomesReady(service)) {
        return program;
      }
      program.close();
    }
    throw new AssertionError("it did not come up and said:\n" + Files.readString(output));
  }

  /** Runs a program to its end; gives its exit code. */
  public static int run(Path input, Path output, List<String> command) throws Exception {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectInput(input.toFile())
            .redirectOutput(output.toFile())
            .start();
    try (PeerProgram program = new PeerProgram(process, new InetSocketAddress(0))) {
      assertThat(program.process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
          .as("%s ends", command)
          .isTrue();
      return process.exitValue();
    }
  }

  /** Where it serves. */
  InetSocketAddress address() {
    return address;
  }

  private static Process start(Path output, List<String> command) throws IOException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
        .start();
  }

  private boolean becomesReady(Service service) {
    try {
      Awaitility.await()
          .pollInSameThread()
          .atMost(PATIENCE)
          .ignoreExceptions()
          .until(() -> !process.isAlive() || service.answers(address));
      return process.isAlive();
    } catch (ConditionTimeoutException tooLate) {
      return false;
    }
  }

  /** Free for TCP and for UDP. */
  private static int freePort(InetAddress host) throws IOException {
    try (ServerSocket tcp = new ServerSocket(0, 1, host);
        DatagramSocket udp = new DatagramSocket(tcp.getLocalPort(), host)) {
      return udp.getLocalPort();
    }
  }

  /** Ends it, and waits until it is gone. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
