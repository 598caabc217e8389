package io.lyncwatch.agent.config;

import static java.nio.charset.StandardCharsets.UTF_16;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lyncwatch.agent.config.PasswordSource.FromCredential;
import io.lyncwatch.agent.config.PasswordSource.FromEnvironment;
import io.lyncwatch.agent.config.PasswordSource.FromFile;
import io.lyncwatch.agent.config.Problem.Level;
import io.lyncwatch.discovery.auth.Secret;
import io.lyncwatch.discovery.auth.SecretSource.Reading.Available;
import io.lyncwatch.discovery.auth.SecretSource.Reading.Unreadable;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordSourceTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"hunter2", "hunter2\n", "hunter2\r\n", "\uFEFFhunter2\r\n"})
  void a_file_holds_the_password_and_perhaps_a_line_end(String content) throws IOException {
    assertThat(file(content).read()).isEqualTo(new Available(new Secret("hunter2")));
  }

  @Test
  void spaces_are_part_of_the_password() throws IOException {
    assertThat(file(" hunter 2 \n").read()).isEqualTo(new Available(new Secret(" hunter 2 ")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n"})
  void an_empty_file_holds_none(String content) throws IOException {
    FromFile file = file(content);
    assertThat(file.read()).isEqualTo(new Unreadable(file.file().toString(), "is empty"));
  }

  @Test
  void a_file_of_several_lines_is_something_else() throws IOException {
    FromFile file = file("hunter2\n\n");
    assertThat(file.read())
        .isEqualTo(new Unreadable(file.file().toString(), "holds more than one line"));
  }

  @Test
  void a_file_in_another_encoding_is_refused_rather_than_guessed() throws IOException {
    Path file = Files.write(folder.resolve("secret"), "hunter2\u00e9".getBytes(UTF_16));
    assertThat(new FromFile(file).read())
        .isEqualTo(new Unreadable(file.toString(), "is not text in UTF-8"));
  }

  @Test
  void a_file_that_changes_is_read_anew() throws IOException {
    FromFile file = file("hunter2");
    file.read();
    Files.writeString(file.file(), "hunter3");
    assertThat(file.read()).isEqualTo(new Available(new Secret("hunter3")));
  }

  @Test
  void a_file_in_an_encoding_of_two_bytes_is_no_password_with_gaps() throws IOException {
    FromFile file = file("h\0u\0n\0t\0e\0r\0");
    assertThat(file.read())
        .isEqualTo(
            new Unreadable(
                file.file().toString(),
                "holds characters that nobody can type; it has to be plain text in UTF-8"));
  }

  @Test
  void a_file_that_is_too_large_is_no_password() throws IOException {
    FromFile file = file("x".repeat(4097));
    assertThat(file.read())
        .isEqualTo(new Unreadable(file.file().toString(), "is larger than 4096 bytes"));
  }

  @Test
  void a_credential_of_the_service_holds_the_password() throws IOException {
    Files.writeString(folder.resolve("probe1"), "hunter2\n");
    PasswordSource credential =
        new FromCredential("probe1", Map.of("CREDENTIALS_DIRECTORY", folder.toString()));

    assertThat(credential.read()).isEqualTo(new Available(new Secret("hunter2")));
    assertThat(credential).hasToString("FromCredential[name=probe1]");
  }

  @Test
  void a_credential_that_systemd_did_not_load_is_named_by_its_file() {
    assertThat(
            new FromCredential("probe1", Map.of("CREDENTIALS_DIRECTORY", folder.toString())).read())
        .isEqualTo(new Unreadable(folder.resolve("probe1").toString(), "does not exist"));
  }

  @Test
  void outside_of_a_service_there_is_no_credential_and_it_is_said_why() {
    assertThat(new FromCredential("probe1", Map.of()).read())
        .isEqualTo(
            new Unreadable(
                "the systemd credential probe1",
                "is not there: $CREDENTIALS_DIRECTORY is not set, as systemd does for a service"
                    + " with LoadCredential"));
  }

  @Test
  void a_variable_holds_the_password() {
    assertThat(new FromEnvironment("PROBE", Map.of("PROBE", "hunter2")).read())
        .isEqualTo(new Available(new Secret("hunter2")));
  }

  @Test
  void a_variable_that_is_not_set_holds_none() {
    assertThat(new FromEnvironment("PROBE", Map.of()).read())
        .isEqualTo(new Unreadable("the environment variable PROBE", "is not set"));
  }

  @Test
  void what_is_read_prints_no_password() throws IOException {
    PasswordSource variable = new FromEnvironment("PROBE", Map.of("PROBE", "hunter2"));
    assertThat(variable + " " + variable.read() + " " + file("hunter2").read())
        .doesNotContain("hunter2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw----r--"})
  void a_file_that_others_may_read_gives_a_warning(String permissions) throws Exception {
    assertThat(warnings(permissions)).extracting(Problem::level).containsExactly(Level.WARNING);
  }

  @Test
  void a_file_of_its_owner_alone_gives_none() throws Exception {
    assertThat(warnings("rw-------")).isEmpty();
  }

  private List<Problem> warnings(String permissions) throws Exception {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    Files.setPosixFilePermissions(
        file("hunter2").file(), PosixFilePermissions.fromString(permissions));
    Path configuration =
        Files.writeString(
            folder.resolve("lyncwatch.yml"),
            """
            domains:
              - domain: contoso.example
                accounts: [{name: a, address: a@contoso.example, password: {file: secret}}]
            """);
    return TestFiles.reader().read(configuration).warnings();
  }

  private FromFile file(String content) throws IOException {
    return new FromFile(Files.writeString(folder.resolve("secret"), content));
  }
}
