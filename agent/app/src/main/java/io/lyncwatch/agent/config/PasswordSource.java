package io.lyncwatch.agent.config;

import io.lyncwatch.discovery.auth.Secret;
import io.lyncwatch.discovery.auth.SecretSource;
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
   * A variable of the environment.
   *
   * @param environment of this process
   */
  record FromEnvironment(String name, Map<String, String> environment) implements PasswordSource {
    @Override
    public Reading read() {
      String value = environment.getOrDefault(name, "");
      return value.isEmpty()
          ? new Reading.Unreadable("the environment variable " + name, "is not set")
          : new Reading.Available(new Secret(value));
    }

    /** Without what the environment holds. */
    @Override
    public String toString() {
      return "FromEnvironment[name=" + name + "]";
    }
  }
}
