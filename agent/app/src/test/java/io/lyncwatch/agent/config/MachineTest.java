package io.lyncwatch.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineTest {
  private static final Path HOME = Path.of("/home/probe");

  @TempDir private Path folder;
  private Path service;

  @BeforeEach
  void no_service_is_installed() {
    service = folder.resolve("service");
  }

  @Test
  void state_is_kept_where_systemd_says_before_all_else() {
    assertThat(state(Map.of("STATE_DIRECTORY", "/var/lib/a:/var/lib/b", "XDG_STATE_HOME", "/x")))
        .isEqualTo(Path.of("/var/lib/a"));
  }

  @Test
  void state_is_kept_below_the_state_home_of_the_user() {
    assertThat(state(Map.of("XDG_STATE_HOME", "/x"))).isEqualTo(Path.of("/x/lyncwatch"));
  }

  @Test
  void a_state_home_that_is_empty_is_not_set() {
    assertThat(state(Map.of("XDG_STATE_HOME", "")))
        .isEqualTo(HOME.resolve(".local/state/lyncwatch"));
  }

  @Test
  void state_is_kept_in_the_local_application_data_on_windows_only() {
    Map<String, String> environment = Map.of("LOCALAPPDATA", "/local");
    assertThat(on(environment, true).stateDirectory()).isEqualTo(Path.of("/local/lyncwatch"));
    assertThat(state(environment)).isEqualTo(HOME.resolve(".local/state/lyncwatch"));
  }

  @Test
  void the_machine_of_this_test_has_a_name() {
    assertThat(Machine.local().hostName().get()).isNotBlank();
  }

  @Test
  void state_is_shared_with_the_service_where_one_is_installed() throws IOException {
    Files.createDirectory(service);

    assertThat(state(Map.of("XDG_STATE_HOME", "/x"))).isEqualTo(service);
  }

  private Path state(Map<String, String> environment) {
    return on(environment, false).stateDirectory();
  }

  private Machine on(Map<String, String> environment, boolean windows) {
    return new Machine(() -> "host", List::of, environment, HOME, service, windows);
  }
}
