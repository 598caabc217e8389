package io.lyncwatch.discovery.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonValue;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * A text that must never be shown: whatever prints it prints {@code ***}. Only {@link #reveal}
 * gives the characters.
 */
public final class Secret {
  private final String text;

  /**
   * @throws IllegalArgumentException if the text is empty
   */
  public Secret(String text) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("the secret is empty");
    }
    this.text = text;
  }

  /** The characters, for the one place that sends or hashes them. */
  public String reveal() {
    return text;
  }

  /** Compares in a time that does not tell how much of the text is alike. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Secret that
        && MessageDigest.isEqual(text.getBytes(UTF_8), that.text.getBytes(UTF_8));
  }

  /** The same for all secrets: hash codes get printed, and must tell nothing. */
  @Override
  public int hashCode() {
    return Secret.class.hashCode();
  }

  /** Three stars, in JSON as well. */
  @JsonValue
  @Override
  public String toString() {
    return "***";
  }
}
