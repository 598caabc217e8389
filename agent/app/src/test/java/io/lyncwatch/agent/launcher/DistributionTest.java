package io.lyncwatch.agent.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code agent/bin/distribution} has packed, on a machine that has no Java. */
@Timeout(120)
class DistributionTest {
  private static final Path TARGET = Path.of("target").toAbsolutePath();
  private static final long LARGEST = 80_000_000;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir private static Path directory;
  private static Path archive = Path.of("");
  private static Path home = Path.of("");

  @BeforeAll
  static void unpack() throws Exception {
    Optional<Path> packed = packed();
    boolean ci = "true".equals(System.getenv("CI"));
    assertThat(packed.isPresent() || !ci).as("agent/bin/distribution was run").isTrue();
    assumeTrue(packed.isPresent(), "agent/bin/distribution was not run");
    archive = packed.orElseThrow();
    home = Files.createDirectory(directory.resolve("a path with spaces"));
    assertThat(exit(List.of("tar", "-xzf", archive.toString(), "-C", home.toString()))).isZero();
    home = home.resolve(archive.getFileName().toString().replace(".tar.gz", ""));
  }

  private static Optional<Path> packed() throws IOException {
    try (Stream<Path> files = Files.list(TARGET)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith("-linux-x64.tar.gz"))
          .findFirst();
    }
  }

  @Test
  void it_runs_with_the_java_that_it_brings() throws Exception {
    Process version = lyncwatch("", "--version").start();

    assertThat(version.inputReader().readLine()).startsWith("lyncwatch ");
    assertThat(version.waitFor()).isZero();
  }

  @Test
  void its_cache_of_classes_fits_wherever_it_was_unpacked() throws Exception {
    // Without a cache that fits, this mode ends the JVM.
    assertThat(lyncwatch("-XX:AOTMode=on", "--version").start().waitFor()).isZero();
  }

  @Test
  void it_watches_and_is_scraped() throws Exception {
    Path configuration =
        Files.writeString(
            directory.resolve("lyncwatch.yml"),
            """
            listen: 127.0.0.1:0
            state-directory: state
            resolvers: [{name: nobody, address: "127.0.0.1:9", view: internal}]
            domains: [{domain: contoso.example}]
            """);
    Process agent = lyncwatch("", "run", "--config", configuration.toString()).start();
    try {
      String told = agent.errorReader().readLine();
      String metrics = told.substring(told.lastIndexOf("http://"));

      await().atMost(PATIENCE).until(() -> get(metrics).contains("lyncwatch_self_connected{"));
    } finally {
      agent.destroy();
      agent.waitFor();
    }
  }

  /** For which the JDK loads a class by its name. */
  @Test
  void it_signs_in_by_kerberos() throws Exception {
    Path files = directory.resolve("lab");
    Process lab = lyncwatch("", "lab", "--directory", files.toString()).start();
    try {
      assertThat(lab.inputReader().lines().anyMatch(line -> line.startsWith("Ctrl-C"))).isTrue();
      Path configuration = files.resolve("lyncwatch.yml");
      Files.writeString(
          configuration, Files.readString(configuration).replace("# kerberos:", "kerberos:"));

      Process check =
          lyncwatch("", "check", "--config", configuration.toString(), "alice@contoso.example")
              .start();

      assertThat(check.inputReader().lines()).anyMatch(line -> line.contains("Sign-in works"));
      assertThat(check.waitFor()).isZero();
    } finally {
      lab.destroy();
      lab.waitFor();
    }
  }

  @Test
  void it_brings_what_stands_around_an_agent() {
    assertThat(home)
        .isDirectoryContaining("glob:**/README.md")
        .isDirectoryContaining("glob:**/LICENSE");
    for (String path :
        List.of(
            "alerts/symptoms.rules.yml",
            "alerts/alertmanager.yml",
            "alerts/runbooks/tls_expired.md",
            "dashboards/overview.json",
            "dashboards/provisioning/dashboards/lyncwatch.yml",
            "deploy/examples/lyncwatch.yml",
            "deploy/prometheus/one-vantage.yml",
            "deploy/systemd/lyncwatch.service")) {
      assertThat(home.resolve(path)).isRegularFile();
    }
  }

  @Test
  void it_is_not_large() throws Exception {
    assertThat(Files.size(archive)).isLessThan(LARGEST);
  }

  @Test
  void what_is_in_it_is_listed() throws Exception {
    JsonNode list = new JsonMapper().readTree(beside(".cdx.json").toFile());
    List<String> listed =
        list.path("components").valueStream().map(one -> one.path("name").asString()).toList();

    assertThat(list.path("bomFormat").asString()).isEqualTo("CycloneDX");
    assertThat(listed).contains("OpenJDK", "dnsjava", "httpclient5", "quartz");
    try (Stream<Path> libraries = Files.list(home.resolve("app/lib"))) {
      assertThat(libraries.map(file -> file.getFileName().toString()))
          .allMatch(jar -> listed.stream().anyMatch(name -> jar.startsWith(name + "-")));
    }
  }

  @Test
  void the_checksums_are_right() throws Exception {
    Process check =
        new ProcessBuilder("sha256sum", "--check", "--strict", beside(".sha256").toString())
            .directory(TARGET.toFile())
            .start();

    assertThat(check.inputReader().lines()).hasSize(2).allMatch(line -> line.endsWith(": OK"));
    assertThat(check.waitFor()).isZero();
  }

  private static Path beside(String ending) {
    return Path.of(archive.toString().replace(".tar.gz", ending));
  }

  private static ProcessBuilder lyncwatch(String options, String... arguments) {
    ProcessBuilder builder =
        new ProcessBuilder(
            Stream.concat(
                    Stream.of(home.resolve("bin/lyncwatch").toString()), Arrays.stream(arguments))
                .toList());
    builder.environment().clear();
    builder.environment().put("PATH", "/usr/bin:/bin");
    builder.environment().put("LYNCWATCH_JAVA_OPTS", options);
    return builder;
  }

  private static int exit(List<String> command) throws Exception {
    return new ProcessBuilder(command).start().waitFor();
  }

  private static String get(String url) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
          .body();
    }
  }
}
