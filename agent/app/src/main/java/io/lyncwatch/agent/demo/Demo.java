package io.lyncwatch.agent.demo;

import io.lyncwatch.agent.config.Configuration;
import io.lyncwatch.agent.config.ConfigurationReader;
import io.lyncwatch.agent.config.InvalidConfigurationException;
import io.lyncwatch.agent.config.Machine;
import io.lyncwatch.agent.config.Problem;
import io.lyncwatch.agent.config.SocketAddresses;
import io.lyncwatch.agent.run.Agent;
import io.lyncwatch.agent.run.Rooms;
import io.lyncwatch.lab.Lab;
import io.lyncwatch.lab.LabSettings;
import io.lyncwatch.lab.directory.User;
import io.lyncwatch.lab.fault.Fault;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * The agent against a lab of three SIP domains: one healthy, one degraded, one broken in two ways.
 * All three share one Director and two pools, as the tenants of a hoster do.
 */
public final class Demo implements AutoCloseable {
  private static final int DEFAULT_PORT = 9917;

  private static final List<String> FAULTS =
      List.of(
          "internal-record-leaked=fabrikam.example",
          "san-missing=fabrikam.example",
          "certificate-expiring=fabrikam.example",
          "redirect-loop=alice@tailspin.example",
          "pool-down=pool02");

  /** Bob is homed on the pool that is down; only one SIP domain is to show it. */
  private static final Set<String> ACCOUNTS =
      Set.of(
          "alice@contoso.example",
          "alice@fabrikam.example",
          "alice@tailspin.example",
          "bob@tailspin.example");

  private final Rooms rooms;
  private final Agent agent;
  private final LabFiles files;

  private Demo(Rooms rooms, Agent agent, LabFiles files) {
    this.rooms = rooms;
    this.agent = agent;
    this.files = files;
  }

  /**
   * Starts lab and agent.
   *
   * @param directory where files for both go
   * @param listen where the agent listens, {@code IP:port}
   * @throws IOException with a message for people if an address or a port is not to be had
   * @throws IllegalArgumentException with a message for people if {@code listen} is no address
   */
  public static Demo start(Path directory, String listen) throws IOException {
    InetSocketAddress _ = SocketAddresses.parse(listen, DEFAULT_PORT);
    Rooms rooms = new Rooms();
    try {
      Lab lab = rooms.add(Lab.start(settings()));
      List<User> accounts =
          lab.users().stream().filter(user -> ACCOUNTS.contains(user.address())).toList();
      LabFiles files = LabFiles.write(lab, Files.createDirectories(directory), accounts, listen);
      Agent agent = rooms.add(Agent.start(configuration(files)));
      return new Demo(rooms, agent, files);
    } catch (IOException | RuntimeException e) {
      rooms.close();
      throw e;
    }
  }

  private static LabSettings settings() {
    LabSettings settings =
        LabSettings.defaults()
            .withDomains("contoso.example", "fabrikam.example", "tailspin.example")
            .withSecondResolver();
    for (String fault : FAULTS) {
      settings = settings.withFault(Fault.parse(fault));
    }
    return settings;
  }

  private static Configuration configuration(LabFiles files) {
    try {
      return new ConfigurationReader(Machine.local(), Problem.Level.ERROR)
          .read(files.configuration())
          .configuration();
    } catch (InvalidConfigurationException e) {
      throw new IllegalStateException("the demo's own configuration is wrong", e);
    }
  }

  /** The agent, to ask for its address and for what it has seen. */
  public Agent agent() {
    return agent;
  }

  /** The files, to look at and to use with other commands. */
  public LabFiles files() {
    return files;
  }

  @Override
  public void close() {
    rooms.close();
  }
}
