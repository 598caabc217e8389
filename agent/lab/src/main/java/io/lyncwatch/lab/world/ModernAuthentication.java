package io.lyncwatch.lab.world;

import java.util.Locale;

/** Whether servers take the tokens of an authority outside, hybrid modern authentication. */
public enum ModernAuthentication {
  /** They take their own tickets and tokens only. */
  OFF,
  /** They take both. */
  BESIDE,
  /** They issue nothing themselves any more. */
  ONLY;

  /** As people write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return label();
  }
}
