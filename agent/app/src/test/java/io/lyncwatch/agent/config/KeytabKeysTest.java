package io.lyncwatch.agent.config;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class KeytabKeysTest {
  private static final int MONDAY = 1_790_000_000;
  private static final int TUESDAY = MONDAY + 86_400;

  @Test
  void keys_that_are_written_anew_are_the_same() throws IOException {
    assertThat(KeytabKeys.read(keytab(entry("probe1", TUESDAY, 3, "key"))))
        .isPresent()
        .isEqualTo(KeytabKeys.read(keytab(entry("probe1", MONDAY, 3, "key"))));
  }

  @Test
  void their_order_and_the_holes_between_them_are_nothing() throws IOException {
    byte[] one = entry("probe1", MONDAY, 3, "one");
    byte[] other = entry("probe1", MONDAY, 3, "other");
    byte[] hole = {-1, -1, -1, -4, 9, 9, 9, 9};

    assertThat(KeytabKeys.read(keytab(other, hole, one)))
        .isPresent()
        .isEqualTo(KeytabKeys.read(keytab(one, other)));
  }

  @Test
  void another_key_another_version_and_another_name_are_another_secret() throws IOException {
    assertThat(KeytabKeys.read(keytab(entry("probe1", MONDAY, 3, "key"))))
        .isNotEqualTo(KeytabKeys.read(keytab(entry("probe1", MONDAY, 3, "kex"))))
        .isNotEqualTo(KeytabKeys.read(keytab(entry("probe1", MONDAY, 4, "key"))))
        .isNotEqualTo(KeytabKeys.read(keytab(entry("probe2", MONDAY, 3, "key"))));
  }

  @Test
  void what_is_cut_off_or_of_another_format_has_no_keys_that_could_be_told() throws IOException {
    byte[] good = keytab(entry("probe1", MONDAY, 3, "key"));
    byte[] older = good.clone();
    older[1] = 1;

    assertThat(KeytabKeys.read(older)).isEmpty();
    for (int length = 0; length < good.length; length++) {
      assertThat(KeytabKeys.read(Arrays.copyOf(good, length))).isEmpty();
    }
  }

  private static byte[] keytab(byte[]... entries) throws IOException {
    return TestingKeytab.of(entries);
  }

  private static byte[] entry(String name, int time, int version, String key) throws IOException {
    return TestingKeytab.entry(name, time, version, key.getBytes(US_ASCII));
  }
}
