package io.lyncwatch.agent.build;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/**
 * What this program was built from.
 *
 * @param version for example {@code 1.2.0}
 */
public record BuildInfo(String version) {
  /** Reads what the build has written beside this class. */
  public static BuildInfo load() {
    try (Reader file =
        new InputStreamReader(
            Objects.requireNonNull(BuildInfo.class.getResourceAsStream("build.properties")),
            UTF_8)) {
      Properties properties = new Properties();
      properties.load(file);
      return new BuildInfo(properties.getProperty("version", "unknown"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
