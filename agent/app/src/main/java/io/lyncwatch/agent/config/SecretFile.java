package io.lyncwatch.agent.config;

import io.lyncwatch.discovery.auth.Secret;
import io.lyncwatch.discovery.auth.SecretSource.Reading;
import io.lyncwatch.discovery.auth.SecretSource.Reading.Available;
import io.lyncwatch.discovery.auth.SecretSource.Reading.Unreadable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/** A file that holds one password. */
final class SecretFile {
  private static final int LARGEST = 4096;

  private SecretFile() {}

  static Reading read(Path file) {
    return switch (TextFile.read(file, LARGEST)) {
      case TextFile.Failed failed -> new Unreadable(file.toString(), failed.why());
      case TextFile.Text text -> password(file.toString(), text.text().replaceFirst("\r?\n$", ""));
    };
  }

  /**
   * What stands somewhere, as a password.
   *
   * @param source where, for people
   */
  static Reading password(String source, String password) {
    if (password.isEmpty()) {
      return new Unreadable(source, "is empty");
    }
    if (password.contains("\n")) {
      return new Unreadable(source, "holds more than one line");
    }
    if (password.chars().anyMatch(Character::isISOControl)) {
      return new Unreadable(
          source, "holds characters that nobody can type; it has to be plain text in UTF-8");
    }
    return new Available(new Secret(password));
  }

  /** Whether others than the owner may read it, as far as this file system tells. */
  static boolean openToOthers(Path file) {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (view == null) {
      return false;
    }
    try {
      Set<PosixFilePermission> permissions = view.readAttributes().permissions();
      return permissions.contains(PosixFilePermission.GROUP_READ)
          || permissions.contains(PosixFilePermission.OTHERS_READ);
    } catch (IOException unreadable) {
      return false; // reading it says why
    }
  }
}
