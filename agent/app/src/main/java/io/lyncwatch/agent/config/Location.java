package io.lyncwatch.agent.config;

/**
 * A place in a file.
 *
 * @param file as the operator named it
 * @param line from 1; 0 for the file as a whole
 * @param column from 1, in characters; 0 for the file as a whole
 */
public record Location(String file, int line, int column) {
  /** The file as a whole. */
  static Location of(String file) {
    return new Location(file, 0, 0);
  }

  /** {@code file:line:column}, as editors and compilers know it. */
  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line + ":" + column;
  }
}
