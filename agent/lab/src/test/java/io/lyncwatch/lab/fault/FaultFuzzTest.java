package io.lyncwatch.lab.fault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** What somebody types after {@code --fault} or puts to the control endpoint. */
class FaultFuzzTest {
  @FuzzTest
  void a_fault_is_one_of_the_catalogue_or_refused_in_words(byte[] text) {
    try {
      assertThat(Fault.parse(new String(text, UTF_8))).isNotNull();
    } catch (IllegalArgumentException refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
  }
}
