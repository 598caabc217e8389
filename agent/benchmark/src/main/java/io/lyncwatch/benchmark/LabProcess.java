package io.lyncwatch.benchmark;

import io.lyncwatch.agent.config.Configuration;
import io.lyncwatch.agent.config.ConfigurationReader;
import io.lyncwatch.agent.config.Intervals;
import io.lyncwatch.agent.config.InvalidConfigurationException;
import io.lyncwatch.agent.config.Machine;
import io.lyncwatch.agent.config.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A healthy lab in a process of its own, and the configuration of an agent that looks at it. */
final class LabProcess implements AutoCloseable {
  private static final String LAST_LINE = "Ctrl-C ends it.";
  private static final String ACCOUNT = "      - name: ";
  private static final Pattern PASSWORD = Pattern.compile("password: \\{file: passwords/(\\S+)}");
  private static final Pattern INSIDE = Pattern.compile("(?m)^  - \\{name: inside, (.*)$\\n");

  private final Process process;
  private final Path written;
  private final Path file;
  private final int port;

  private LabProcess(Process process, Path written, Path file, int port) {
    this.process = process;
    this.written = written;
    this.file = file;
    this.port = port;
  }

  /** Starts one with that many SIP domains and waits until it is up. */
  static LabProcess start(Launcher launcher, int domains) throws IOException {
    String name = "lab-" + domains;
    Path directory = launcher.directory().resolve(name);
    Process process =
        launcher.start(
            name, "lab", "--directory", directory.toString(), "--domains", "" + (domains - 1));
    awaitLastLine(process.inputReader());
    int port = freePort();
    Path written = directory.resolve("lyncwatch.yml");
    Path file = directory.resolve("measured.yml");
    Files.writeString(file, threeResolversOneAccount(Files.readString(written), port));
    LabProcess lab = new LabProcess(process, written, file, port);
    if (!lab.configuration().intervals().equals(Intervals.DEFAULT)) {
      lab.close();
      throw new IllegalStateException(file + " has not the default intervals");
    }
    return lab;
  }

  private static void awaitLastLine(BufferedReader output) throws IOException {
    String line = output.readLine();
    while (line != null && !line.equals(LAST_LINE)) {
      line = output.readLine();
    }
    if (line == null) {
      throw new IOException("the lab did not come up; its log says why");
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /**
   * The inner name server under two names, the outer one once, one account a SIP domain, and the
   * default intervals.
   */
  private static String threeResolversOneAccount(String yaml, int port) {
    Matcher inside = INSIDE.matcher(yaml);
    return Arrays.stream(
            inside
                .replaceFirst("$0  - {name: inside2, $1\n")
                .replaceFirst("(?m)^listen: .*$", "listen: 127.0.0.1:" + port)
                .replaceFirst("(?m)^# Short.*\\R^intervals: .*\\R", "")
                .split("(?m)^(?=  - domain: )", -1))
        .map(LabProcess::firstAccount)
        .collect(Collectors.joining());
  }

  private static String firstAccount(String domain) {
    int second = domain.indexOf(ACCOUNT, domain.indexOf(ACCOUNT) + 1);
    return second < 0 ? domain : domain.substring(0, second);
  }

  /** The agent's configuration file. */
  Path file() {
    return file;
  }

  /** Where an agent with that configuration serves its metrics. */
  int port() {
    return port;
  }

  /** Seconds of processor time since the start. */
  double cpu() {
    return process.info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
  }

  /** What is in the file. */
  Configuration configuration() {
    return read(file);
  }

  /**
   * All accounts of the lab with all that they can sign in with: Kerberos, too, which the lab's own
   * file holds in comments, and those that have a keytab once more with that for their password.
   */
  List<Configuration> accounts() throws IOException {
    String yaml = Files.readString(written).replace("# kerberos:", "kerberos:");
    Configuration byPassword = read(beside("by-password.yml", yaml));
    String keys =
        PASSWORD
            .matcher(yaml)
            .replaceAll(line -> {
              String keytab = "keytabs/" + line.group(1) + ".keytab";
              return Files.exists(written.resolveSibling(keytab))
                  ? "keytab: " + keytab
                  : line.group();
            });
    return keys.equals(yaml)
        ? List.of(byPassword)
        : List.of(byPassword, read(beside("by-keytab.yml", keys)));
  }

  private Path beside(String name, String yaml) throws IOException {
    return Files.writeString(written.resolveSibling(name), yaml);
  }

  private static Configuration read(Path file) {
    try {
      return new ConfigurationReader(Machine.local(), Problem.Level.ERROR)
          .read(file)
          .configuration();
    } catch (InvalidConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
