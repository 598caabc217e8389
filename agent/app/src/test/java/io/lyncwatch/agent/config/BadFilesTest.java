package io.lyncwatch.agent.config;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One bad file per error; {@code expected.txt} says what has to be told about each. */
class BadFilesTest {
  private static final Path FOLDER = TestFiles.file("bad");

  @ParameterizedTest
  @MethodSource("files")
  void each_bad_file_is_refused_with_its_place_and_reason(String name) throws IOException {
    List<String> expected =
        Files.readAllLines(TestFiles.file("expected.txt")).stream()
            .filter(line -> line.startsWith(name + ":"))
            .toList();
    assertThat(problems(FOLDER.resolve(name))).containsExactlyElementsOf(expected);
  }

  @Test
  void no_problem_quotes_a_password() throws IOException {
    assertThat(files().flatMap(name -> problems(FOLDER.resolve(name)).stream()).collect(joining()))
        .doesNotContain("hunter");
  }

  @Test
  void a_file_that_does_not_exist_is_named() {
    Path nowhere = Path.of("nowhere", "lyncwatch.yml");
    assertThatThrownBy(() -> TestFiles.reader().read(nowhere))
        .hasMessage(nowhere + ": does not exist");
  }

  @Test
  void a_folder_is_no_file() {
    assertThatThrownBy(() -> TestFiles.reader().read(FOLDER))
        .hasMessage(FOLDER + ": is a directory");
  }

  @Test
  void a_file_beyond_a_mebibyte_is_not_read(@TempDir Path folder) throws IOException {
    Path large = Files.writeString(folder.resolve("large.yml"), "#".repeat((1 << 20) + 1));
    assertThat(problems(large)).containsExactly("large.yml: is larger than 1048576 bytes");
  }

  @Test
  void brackets_without_end_do_not_overflow_the_stack(@TempDir Path folder) throws IOException {
    Path deep = Files.writeString(folder.resolve("deep.yml"), "[".repeat(500_000));
    assertThat(problems(deep)).containsExactly("deep.yml:1:33: nested deeper than 32 levels");
  }

  @Test
  void a_file_of_errors_gives_no_more_than_a_hundred(@TempDir Path folder) throws IOException {
    Path many = Files.writeString(folder.resolve("many.yml"), "- x\n".repeat(1000).indent(2));
    Files.writeString(many, "connect-to:\n" + Files.readString(many));
    assertThat(problems(many)).hasSize(100);
  }

  private static Stream<String> files() throws IOException {
    try (Stream<Path> all = Files.list(FOLDER)) {
      return all.map(file -> file.getFileName().toString()).sorted().toList().stream();
    }
  }

  /** Not those of the files' permissions, which no repository keeps. */
  private static List<String> problems(Path file) {
    try {
      TestFiles.reader().read(file);
      return List.of();
    } catch (InvalidConfigurationException invalid) {
      return invalid.problems().stream()
          .map(problem -> problem.toString().replace(file.getParent() + "/", ""))
          .filter(problem -> !problem.contains("may be read by others"))
          .toList();
    }
  }
}
