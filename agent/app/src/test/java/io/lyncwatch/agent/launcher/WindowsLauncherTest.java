package io.lyncwatch.agent.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What can be held of the launcher for Windows on any system; it cannot be run there. */
class WindowsLauncherTest {
  private static final Path FOLDER = Path.of("..", "bin");

  @Test
  void it_has_the_line_ends_that_windows_needs_to_find_its_labels() throws IOException {
    assertThat(read("lyncwatch.cmd")).doesNotContainPattern("[^\\r]\\n");
  }

  @Test
  void both_launchers_build_anew_for_the_same_sources() throws IOException {
    assertThat(found("'((?:pom|agent/)[a-z./]*)'", read("lyncwatch.cmd")))
        .isEqualTo(
            found("\"\\$(?:root|agent)/([a-z./]*(?:pom\\.xml|src/main))\"", read("lyncwatch"))
                .stream()
                .map(source -> source.equals("pom.xml") ? source : "agent/" + source)
                .collect(Collectors.toSet()));
  }

  @Test
  void both_launchers_ask_for_the_same_jdk_and_give_it_the_same_options() throws IOException {
    assertThat(read("lyncwatch.cmd")).contains("set \"least=25\"", "bin\\lyncwatch.jvm");
    assertThat(read("lyncwatch")).contains("least=25\n", "bin/lyncwatch.jvm");
  }

  private static Set<String> found(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    return matcher.results().map(match -> match.group(1)).collect(Collectors.toSet());
  }

  private static String read(String launcher) throws IOException {
    return Files.readString(FOLDER.resolve(launcher));
  }
}
