package io.lyncwatch.discovery.tls.hello;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;

class AnswerFuzzTest {
  @FuzzTest
  void any_answer_to_a_hello_is_an_agreement_or_a_refusal_in_words(byte[] answer)
      throws IOException {
    ByteArrayInputStream in = new ByteArrayInputStream(answer);

    switch (AnswerReader.read(in)) {
      case Answer.Agreed(TlsVersion version, var suite) ->
          assertThat(version + " " + suite)
              .isNotBlank()
              .doesNotContainPattern("[\\p{C}\\p{Zl}\\p{Zp}]");
      case Answer.Refused(String why) ->
          assertThat(why)
              .isNotBlank()
              .hasSizeLessThan(80)
              .doesNotContainPattern("[\\p{C}\\p{Zl}\\p{Zp}]");
      case Answer.Silence() -> throw new AssertionError("it said something");
    }
    assertThat(answer.length - in.available()).as("read").isLessThanOrEqualTo(4 * (5 + (1 << 14)));
  }
}
