package io.lyncwatch.agent.config;

import io.lyncwatch.discovery.dns.Resolver;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.xbill.DNS.ResolverConfig;

/**
 * What the machine says where the operator says nothing.
 *
 * @param hostName asked for only if it is needed: it may cost a look-up
 * @param resolvers the DNS servers that the machine itself uses
 * @param environment the variables of this process
 * @param home of the user that runs it
 * @param serviceState where the installed service keeps its state, if there is one
 */
public record Machine(
    Supplier<String> hostName,
    Supplier<List<InetSocketAddress>> resolvers,
    Map<String, String> environment,
    Path home,
    Path serviceState,
    boolean windows) {

  /** The one that this process runs on. */
  public static Machine local() {
    Map<String, String> environment = System.getenv();
    return new Machine(
        () -> localHostName(environment),
        () -> List.copyOf(ResolverConfig.getCurrentConfig().servers()),
        environment,
        Path.of(System.getProperty("user.home", ".")),
        Path.of("/var/lib/lyncwatch"),
        System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows"));
  }

  /** The same, as if these were the DNS servers that it uses. */
  public Machine asking(List<Resolver> others) {
    return new Machine(
        hostName,
        () -> others.stream().map(Resolver::address).toList(),
        environment,
        home,
        serviceState,
        windows);
  }

  /**
   * Where a service keeps what must outlive a restart: what systemd says; else the place that
   * systemd makes for the service, so that a check by hand shares the lockout guard with it; else
   * the user's own place by the XDG Base Directory Specification or its like on Windows.
   */
  public Path stateDirectory() {
    return variable("STATE_DIRECTORY")
        .map(list -> Path.of(list.split(":", 2)[0])) // systemd may give several
        .or(() -> Optional.of(serviceState).filter(Files::exists))
        .or(() -> variable("LOCALAPPDATA").filter(f -> windows).map(Path::of).map(this::ours))
        .or(() -> variable("XDG_STATE_HOME").map(Path::of).map(this::ours))
        .orElseGet(() -> ours(home.resolve(".local").resolve("state")));
  }

  private Path ours(Path parent) {
    return parent.resolve("lyncwatch");
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  private static String localHostName(Map<String, String> environment) {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return environment.getOrDefault("HOSTNAME", "localhost");
    }
  }
}
