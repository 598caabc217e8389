package io.lyncwatch.lab.dns;

/** The two sides of split DNS. */
public enum View {
  /** What a machine in the company's network is told. */
  INTERNAL,
  /** What the Internet is told. */
  EXTERNAL
}
