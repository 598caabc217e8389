package io.lyncwatch.agent.config;

import io.lyncwatch.agent.config.Problem.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The example files and the machine that reads them. */
final class TestFiles {
  static final InetSocketAddress OWN_RESOLVER =
      new InetSocketAddress(InetAddress.ofLiteral("192.0.2.53"), 53);

  static final Machine MACHINE =
      new Machine(
          () -> "this-host",
          () -> List.of(OWN_RESOLVER),
          Map.of("PROBE2", "env-hunter2", "CREDENTIALS_DIRECTORY", file("credentials").toString()),
          Path.of("/home/probe"),
          Path.of("/nowhere"),
          false);

  private TestFiles() {}

  static Path file(String name) {
    try {
      return Path.of(Objects.requireNonNull(TestFiles.class.getResource(name)).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static ConfigurationReader reader() {
    return new ConfigurationReader(MACHINE, Level.ERROR);
  }

  static Configuration read(String name) throws InvalidConfigurationException {
    return reader().read(file(name)).configuration();
  }
}
