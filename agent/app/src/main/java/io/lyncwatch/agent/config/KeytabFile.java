package io.lyncwatch.agent.config;

import io.lyncwatch.discovery.auth.Secret;
import io.lyncwatch.discovery.auth.SecretSource.Reading;
import io.lyncwatch.discovery.auth.SecretSource.Reading.Available;
import io.lyncwatch.discovery.auth.SecretSource.Reading.Unreadable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;

/** A file with the Kerberos keys of one account. */
final class KeytabFile {
  private static final int LARGEST = 65_536;

  /** What every keytab begins with. */
  private static final int FORMAT = 5;

  private KeytabFile() {}

  /** Its keys; if they cannot be told apart from the rest, its bytes: another file is another. */
  static Reading read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        return new Unreadable(file.toString(), "is larger than " + LARGEST + " bytes");
      }
      return bytes.length > 2 && bytes[0] == FORMAT
          ? new Available(
              new Secret(
                  KeytabKeys.read(bytes)
                      .orElseGet(() -> Base64.getEncoder().encodeToString(bytes))))
          : new Unreadable(file.toString(), "is not a keytab");
    } catch (NoSuchFileException e) {
      return new Unreadable(file.toString(), "does not exist");
    } catch (AccessDeniedException e) {
      return new Unreadable(file.toString(), "may not be read by this user");
    } catch (IOException e) {
      return new Unreadable(file.toString(), "cannot be read (" + e.getMessage() + ")");
    }
  }
}
