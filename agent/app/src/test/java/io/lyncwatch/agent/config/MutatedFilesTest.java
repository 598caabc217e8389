package io.lyncwatch.agent.config;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is done to a good file: it is read, or refused with problems. */
class MutatedFilesTest {
  private static final String TOKENS = "{}[]:,-&*#?|>!%@`'\"\\~ \t\n\r\0\u00e9x1";

  @TempDir private Path folder;
  private String full = "";

  @BeforeEach
  void readTheExample() throws IOException {
    full = Files.readString(TestFiles.file("full.yml"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 20_251_001, 987_654_321})
  void a_mutated_file_is_read_or_refused(long seed) throws IOException {
    Random random = new Random(seed);
    Path file = folder.resolve("mutated.yml");
    for (int i = 0; i < 1500; i++) {
      String mutated = mutated(random);
      Files.writeString(file, mutated, ISO_8859_1);
      try {
        assertThat(TestFiles.reader().read(file).configuration().domains()).isNotEmpty();
      } catch (InvalidConfigurationException refused) {
        assertThat(refused.problems()).isNotEmpty();
      } catch (RuntimeException | StackOverflowError bug) {
        throw new AssertionError("seed " + seed + ", round " + i + ":\n" + mutated, bug);
      }
    }
  }

  private String mutated(Random random) {
    StringBuilder text = new StringBuilder(full);
    for (int n = random.nextInt(4); n >= 0; n--) {
      int from = random.nextInt(text.length());
      int to = Math.min(text.length(), from + random.nextInt(12));
      switch (random.nextInt(4)) {
        case 0 -> text.delete(from, to);
        case 1 -> text.insert(from, token(random));
        case 2 -> text.setCharAt(from, token(random));
        default -> text.insert(random.nextInt(text.length()), text.substring(from, to));
      }
    }
    return text.toString();
  }

  private static char token(Random random) {
    return TOKENS.charAt(random.nextInt(TOKENS.length()));
  }
}
