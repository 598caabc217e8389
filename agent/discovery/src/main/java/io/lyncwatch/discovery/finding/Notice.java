package io.lyncwatch.discovery.finding;

/** How somebody is told of a reason who does not read reports. */
public enum Notice {
  /** By an alert of its own name, which is made from its cause and cure. */
  TICKET,
  /** By an alert that looks at the measured value behind it, such as the end of a certificate. */
  MEASURED,
  /** Not at all: it passes by itself, only ever follows from another one, or asks for nothing. */
  NONE
}
