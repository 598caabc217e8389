package io.lyncwatch.discovery.dns;

import java.io.IOException;
import java.util.Locale;

/** What the operating system says about a failed send or connect, as part of a sentence. */
final class Failures {
  private Failures() {}

  static String inWords(IOException failure) {
    String message = failure.getMessage();
    return message == null || message.isBlank()
        ? failure.getClass().getSimpleName()
        : message.strip().toLowerCase(Locale.ROOT);
  }
}
