package io.lyncwatch.agent.config;

import io.lyncwatch.agent.config.PasswordSource.FromCredential;
import io.lyncwatch.agent.config.PasswordSource.FromEnvironment;
import io.lyncwatch.agent.config.PasswordSource.FromFile;
import io.lyncwatch.agent.config.PasswordSource.FromKeytab;
import io.lyncwatch.agent.config.Problem.Level;
import io.lyncwatch.discovery.auth.SecretSource.Reading.Unreadable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads where a password is, and looks whether it is there. Quotes nothing: what stands in the
 * wrong place here may be the password.
 */
final class PasswordReader {
  private static final String FORM = "write {file: PATH}, {credential: NAME} or {env: NAME}";

  private final FilePaths paths;
  private final Map<String, String> environment;
  private final Level unreadable;

  PasswordReader(FilePaths paths, Map<String, String> environment, Level unreadable) {
    this.paths = paths;
    this.environment = environment;
    this.unreadable = unreadable;
  }

  Optional<PasswordSource> password(Setting setting) {
    if (setting.single()) {
      setting.error("a password never stands in this file: " + FORM);
      return Optional.empty();
    }
    Optional<PasswordSource> source = setting.section().flatMap(this::source);
    source.ifPresent(found -> look(setting, found));
    return source;
  }

  /** The keys of a keytab in the place of a password. */
  Optional<FromKeytab> keytab(Setting setting) {
    Optional<FromKeytab> source = setting.parsed(text -> new FromKeytab(paths.resolve(text)));
    source.ifPresent(keys -> {
      if (keys.read() instanceof Unreadable(String where, String why)) {
        setting.problem(unreadable, "the keytab cannot be read: " + where + " " + why);
      } else {
        warnIfOpen(setting, keys.file());
      }
    });
    return source;
  }

  private Optional<PasswordSource> source(Section section) {
    List<Place> places =
        Stream.of(
                place(section, "file", text -> new FromFile(paths.resolve(text))),
                place(section, "credential", this::credential),
                place(section, "env", this::variable))
            .flatMap(Optional::stream)
            .toList();
    section.endDiscreetly();
    if (places.size() != 1) {
      section.error("expected one place for the password: " + FORM);
      return Optional.empty();
    }
    return places.getFirst().source();
  }

  private static Optional<Place> place(
      Section section, String key, Function<String, PasswordSource> kind) {
    return section.get(key).map(setting -> new Place(setting, kind));
  }

  /** A place that the file names, and what it means if it can be one of its kind. */
  private record Place(Setting setting, Function<String, PasswordSource> kind) {
    Optional<PasswordSource> source() {
      return setting.parsed(kind);
    }
  }

  private PasswordSource credential(String name) {
    if (!name.matches("[A-Za-z0-9_.-]{1,255}") || name.matches("\\.{1,2}")) {
      throw new IllegalArgumentException("this is not the name of a systemd credential");
    }
    return new FromCredential(name, environment);
  }

  private PasswordSource variable(String name) {
    if (!name.matches("[A-Za-z_][A-Za-z0-9_]{0,127}")) {
      throw new IllegalArgumentException("this is not the name of an environment variable");
    }
    return new FromEnvironment(name, environment);
  }

  private void look(Setting setting, PasswordSource source) {
    if (source.read() instanceof Unreadable(String where, String why)) {
      setting.problem(unreadable, "the password cannot be read: " + where + " " + why);
    } else if (source instanceof FromFile from) {
      warnIfOpen(setting, from.file());
    }
  }

  private static void warnIfOpen(Setting setting, Path file) {
    if (SecretFile.openToOthers(file)) {
      setting.problem(
          Level.WARNING, file + " may be read by others than its owner: chmod go-rwx " + file);
    }
  }
}
