package io.lyncwatch.agent.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.file.Path;
import java.util.Optional;

/** Whatever stands in the files of an administrator: it is read, or refused in words. */
class ConfigurationFuzzTest {
  private static final Path FILE = Path.of("/nowhere/lyncwatch.yml");

  @FuzzTest
  void a_configuration_is_read_or_refused_with_places(byte[] file) {
    try {
      ConfigurationReader.Reading read = TestFiles.reader().read(FILE, new String(file, UTF_8));
      assertThat(read.configuration().domains()).isNotEmpty();
      assertThat(read.warnings()).allSatisfy(ConfigurationFuzzTest::assertShowable);
    } catch (InvalidConfigurationException refused) {
      assertThat(refused.problems()).isNotEmpty().allSatisfy(ConfigurationFuzzTest::assertShowable);
    }
  }

  @FuzzTest
  void the_keys_of_a_keytab_are_told_or_not_and_always_the_same(byte[] file) {
    Optional<String> keys = KeytabKeys.read(file);

    assertThat(KeytabKeys.read(file)).isEqualTo(keys);
    keys.ifPresent(told -> assertThat(told).isNotBlank().matches("[0-9a-f \n-]+"));
  }

  private static void assertShowable(Problem problem) {
    assertThat(problem.toString()).isNotBlank();
    assertThat(problem.message()).isNotBlank().doesNotContainPattern("[\\r\\n]");
  }
}
