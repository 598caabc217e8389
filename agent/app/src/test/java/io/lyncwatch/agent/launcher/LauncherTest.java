package io.lyncwatch.agent.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a tree of its own, with a JDK and a Maven that only write down what they do. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
  private static final Path LAUNCHER = Path.of("..", "bin", "lyncwatch").toAbsolutePath();

  private static final String JAVA =
      """
      #!/bin/sh
      case "$*" in *AOTMode=create*) exit 1;; *AOTMode*) exit 0;; esac
      for argument; do printf '<%s>' "$argument"; done
      """;

  private static final String MAVEN =
      """
      #!/bin/sh
      echo "maven builds" >>"$BUILDS"
      sleep 0.3
      mkdir -p agent/app/target
      echo jar >agent/app/target/lyncwatch.jar
      """;

  @TempDir private Path folder;
  private Path root;
  private Path launcher;
  private Path jdk;
  private Path tools;
  private boolean onlyTools;

  @BeforeEach
  void layOut() throws IOException {
    root = folder.resolve("a tree");
    launcher = root.resolve("agent/bin/lyncwatch");
    jdk = folder.resolve("a jdk");
    tools = Files.createDirectory(folder.resolve("tools"));
    for (String module : List.of("app", "discovery", "lab")) {
      write(root.resolve("agent/" + module + "/pom.xml"), "<project/>");
      write(root.resolve("agent/" + module + "/src/main/Source.java"), "class Source {}");
    }
    write(root.resolve("pom.xml"), "<project/>");
    program(launcher, Files.readString(LAUNCHER));
    program(jdk.resolve("bin/java"), JAVA);
    program(jdk.resolve("bin/javac"), "");
    write(jdk.resolve("release"), "JAVA_VERSION=\"25.0.1\"\n");
    program(tools.resolve("mvn"), MAVEN);
  }

  @Test
  void it_builds_on_first_use_and_hands_its_arguments_over() throws Exception {
    Ended ended = run(launcher, "check", "two words");
    assertThat(ended.out())
        .startsWith("<@" + root.toRealPath().resolve("agent/bin/lyncwatch.jvm") + ">")
        .endsWith("<-jar><" + jar() + "><check><two words>");
    assertThat(ended.code()).isZero();
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void it_does_not_build_again_while_nothing_has_changed() throws Exception {
    run(launcher);
    assertThat(run(launcher).err()).isEmpty();
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void it_builds_again_when_a_source_is_newer() throws Exception {
    run(launcher);
    Path source = root.resolve("agent/discovery/src/main/Source.java");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
    run(launcher);
    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void two_at_once_build_once() throws Exception {
    Process first = start(launcher);
    Process second = start(launcher);
    assertThat(end(first).code() + end(second).code()).isZero();
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void it_takes_over_the_lock_of_a_build_that_died() throws Exception {
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    write(root.resolve("agent/app/target/.build-lock/pid"), dead.pid() + "\n");
    assertThat(run(launcher).code()).isZero();
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void it_works_through_symbolic_links() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("other link"));
    Files.createSymbolicLink(folder.resolve("other link"), launcher);
    assertThat(run(link).out()).endsWith("<" + jar() + ">");
  }

  @Test
  void without_a_jdk_it_says_what_to_install_in_one_line() throws Exception {
    program(launcher, Files.readString(LAUNCHER).replace("least=25", "least=99"));
    Ended ended = run(launcher);
    assertThat(ended.code()).isEqualTo(3);
    assertThat(ended.err().lines()).singleElement().asString().contains("needs JDK 99", "install");
  }

  @Test
  void without_maven_and_unbuilt_it_says_so_in_one_line() throws Exception {
    withoutMaven();
    Ended ended = run(launcher);
    assertThat(ended.code()).isEqualTo(3);
    assertThat(ended.err().lines()).singleElement().asString().contains("not built yet", "Maven");
  }

  @Test
  void without_maven_it_runs_what_was_built_before() throws Exception {
    run(launcher);
    withoutMaven();
    Files.setLastModifiedTime(
        root.resolve("pom.xml"), FileTime.from(Instant.now().plusSeconds(60)));
    Ended ended = run(launcher);
    assertThat(ended.code()).isZero();
    assertThat(ended.err()).contains("older than its sources");
  }

  @Test
  void a_build_that_fails_is_the_end() throws Exception {
    program(tools.resolve("mvn"), "#!/bin/sh\nexit 1\n");
    Ended ended = run(launcher);
    assertThat(ended.code()).isEqualTo(3);
    assertThat(ended.err()).contains("the build failed");
    assertThat(root.resolve("agent/app/target/.build-lock")).doesNotExist();
  }

  @Test
  void a_cache_that_cannot_be_made_is_not_used() throws Exception {
    assertThat(run(launcher).out()).doesNotContain("AOTCache");
  }

  @Test
  void a_cache_that_was_made_is_used() throws Exception {
    program(
        jdk.resolve("bin/java"),
        JAVA.replace(
            "*AOTMode=create*) exit 1",
            "*AOTMode=create*) touch '" + jar().resolveSibling("lyncwatch.aot") + "'; exit 0"));
    assertThat(run(launcher).out()).contains("<-XX:AOTCache=" + jar().getParent() + "/");
  }

  private void withoutMaven() throws IOException {
    Files.delete(tools.resolve("mvn"));
    for (String tool : List.of("dirname", "basename", "readlink", "sed", "find", "mkdir", "cat")) {
      for (String place : List.of("/bin/", "/usr/bin/")) {
        if (Files.exists(Path.of(place + tool)) && !Files.exists(tools.resolve(tool))) {
          Files.createSymbolicLink(tools.resolve(tool), Path.of(place + tool));
        }
      }
    }
    onlyTools = true;
  }

  private Path jar() throws IOException {
    return root.toRealPath().resolve("agent/app/target/lyncwatch.jar");
  }

  private long builds() throws IOException {
    return Files.readAllLines(folder.resolve("builds")).size();
  }

  private Ended run(Path program, String... arguments) throws Exception {
    return end(start(program, arguments));
  }

  private Process start(Path program, String... arguments) throws IOException {
    ProcessBuilder process = new ProcessBuilder(program.toString());
    process.command().addAll(List.of(arguments));
    process.directory(folder.toFile());
    process.environment().clear();
    process.environment().put("PATH", tools + (onlyTools ? "" : ":/usr/bin:/bin"));
    process.environment().put("LYNCWATCH_JAVA_HOME", jdk.toString());
    process.environment().put("BUILDS", folder.resolve("builds").toString());
    return process.start();
  }

  private static Ended end(Process process) throws Exception {
    try (var out = process.inputReader();
        var err = process.errorReader()) {
      String printed = out.readAllAsString();
      String said = err.readAllAsString();
      assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
      return new Ended(process.exitValue(), printed, said);
    }
  }

  private record Ended(int code, String out, String err) {}

  private static void program(Path file, String text) throws IOException {
    write(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
