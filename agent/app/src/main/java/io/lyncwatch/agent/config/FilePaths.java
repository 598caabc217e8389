package io.lyncwatch.agent.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Paths that a file names, relative to that file.
 *
 * @param file absolute
 */
record FilePaths(Path file) {
  /**
   * An absolute path.
   *
   * @throws IllegalArgumentException with a message for people
   */
  Path resolve(String text) {
    try {
      return file.resolveSibling(text).normalize();
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("'" + text + "' is not a path", e);
    }
  }
}
