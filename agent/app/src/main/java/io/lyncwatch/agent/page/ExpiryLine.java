package io.lyncwatch.agent.page;

/**
 * The end of a certificate, or of the best chain that leads from it to a trusted root if that ends
 * earlier.
 *
 * @param endpoint where it was presented
 */
public record ExpiryLine(Moment end, String endpoint) {
  /** Whether it has come already. */
  public boolean over() {
    return end.past();
  }
}
