package io.lyncwatch.agent.config;

import java.nio.file.Path;
import java.util.List;

/**
 * Which roots certificates may lead to.
 *
 * @param system whether the machine's own roots count
 * @param roots PEM files with further roots
 */
public record TrustedRoots(boolean system, List<Path> roots) {
  /** The machine's own roots. */
  public static final TrustedRoots DEFAULT = new TrustedRoots(true, List.of());

  /** Copies the list. */
  public TrustedRoots {
    roots = List.copyOf(roots);
  }
}
