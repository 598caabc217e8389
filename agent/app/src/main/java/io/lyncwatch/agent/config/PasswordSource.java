package io.lyncwatch.agent.config;

import io.lyncwatch.discovery.auth.SecretSource;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

/** Where a password is found. It is read anew for each use, so that it can change underneath. */
public sealed interface PasswordSource extends SecretSource {
  /**
   * A file with nothing else in it, in UTF-8; one line end behind the password is not part of it.
   *
   * @param file absolute
   */
  record FromFile(Path file) implements PasswordSource {
    @Override
    public Reading read() {
      return SecretFile.read(file);
    }
  }

  /**
   * A credential that systemd hands to the service: a file that nobody else can read, in a
   * directory that lives as long as the service runs. systemd makes it when the service starts, so
   * a change of what it was made of takes effect with the next start.
   *
   * @param environment of this process
   */
  record FromCredential(String name, Map<String, String> environment) implements PasswordSource {
    /** How systemd says where it has put the credentials of a service. */
    private static final String DIRECTORY = "CREDENTIALS_DIRECTORY";

    @Override
    public Reading read() {
      String directory = environment.getOrDefault(DIRECTORY, "");
      if (directory.isEmpty()) {
        return new Reading.Unreadable(
            "the systemd credential " + name,
            "is not there: $"
                + DIRECTORY
                + " is not set, as systemd does for a service with LoadCredential");
      }
      try {
        return SecretFile.read(Path.of(directory).resolve(name));
      } catch (InvalidPathException e) {
        return new Reading.Unreadable(
            "the systemd credential " + name, "is not there: $" + DIRECTORY + " is not a path");
      }
    }

    /** Without what the environment holds. */
    @Override
    public String toString() {
      return "FromCredential[name=" + name + "]";
    }
  }

  /**
   * A file with the Kerberos keys that stand for a password.
   *
   * @param file absolute
   */
  record FromKeytab(Path file) implements PasswordSource {
    @Override
    public Reading read() {
      return KeytabFile.read(file);
    }
  }

  /**
   * A variable of the environment. That of a process never changes from outside.
   *
   * @param environment of this process
   */
  record FromEnvironment(String name, Map<String, String> environment) implements PasswordSource {
    @Override
    public Reading read() {
      String variable = "the environment variable " + name;
      String value = environment.get(name);
      return value == null
          ? new Reading.Unreadable(variable, "is not set")
          : SecretFile.password(variable, value);
    }

    /** Without what the environment holds. */
    @Override
    public String toString() {
      return "FromEnvironment[name=" + name + "]";
    }
  }
}
