package io.lyncwatch.lab.fault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Locale;
import java.util.regex.Pattern;

/** What somebody types after {@code --fault} or puts to the control endpoint. */
class FaultFuzzTest {
  private static final Pattern LETTERS = Pattern.compile("[a-z]+");
  private static final Pattern UNSHOWABLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");

  @FuzzTest
  void a_fault_is_one_of_the_catalogue_or_refused_in_words(byte[] bytes) {
    String text = new String(bytes, UTF_8);
    Fault fault;
    try {
      fault = Fault.parse(text);
    } catch (IllegalArgumentException refused) {
      assertRefusal(refused, text);
      return;
    }
    assertThat(fault.getClass()).isIn(Fault.all().stream().map(Object::getClass).toList());
    assertThat(Fault.parse(inCapitalsAndBlanks(text))).isEqualTo(fault);
  }

  private static void assertRefusal(IllegalArgumentException refused, String text) {
    assertThat(refused)
        .as("what can be written instead")
        .message()
        .containsPattern("; the faults are: |; it has: |^write this fault as | knows ");
    if (!UNSHOWABLE.matcher(text).find()) {
      assertThat(refused).message().doesNotContainPattern(UNSHOWABLE);
    }
    assertThatThrownBy(() -> Fault.parse(inCapitalsAndBlanks(text)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** ASCII only: some letters of others have no capital that becomes the same small one again. */
  private static String inCapitalsAndBlanks(String text) {
    String capitals =
        LETTERS.matcher(text).replaceAll(letters -> letters.group().toUpperCase(Locale.ROOT));
    return " \t" + capitals + "\r\n";
  }
}
