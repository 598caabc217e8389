package io.lyncwatch.lab;

import java.util.Locale;

/** The deployments that the lab can build. */
public enum TopologyKind {
  /** A Director before two pools of one Front End each. */
  DIRECTOR,
  /** One Standard Edition Front End, to which the discovery records lead. */
  STANDARD,
  /** One pool of two Front Ends, each published at an address of its own; no Director. */
  POOL,
  /** As {@link #DIRECTOR}, with fifty more SIP domains on the same certificates. */
  HOSTED,
  /** As {@link #DIRECTOR}, and one user of the main SIP domain is homed at a hoster. */
  HYBRID;

  /** As people write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return label();
  }
}
