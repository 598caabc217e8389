package io.lyncwatch.discovery.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lyncwatch.discovery.Deadline;
import io.lyncwatch.discovery.Ticker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Where the guard keeps its records: one file per account and one with the salt that all hashes of
 * this directory share. Only the owner can look into it (where the file system has POSIX
 * permissions). Nothing in it, names included, tells a user name or a secret without guessing.
 */
final class GuardDirectory {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int SALT_BYTES = 32;
  private static final String SUFFIX = ".account";

  private final Path directory;
  private final Path saltFile;
  private final byte[] salt;

  private GuardDirectory(Path directory, Path saltFile, byte[] salt) {
    this.directory = directory;
    this.saltFile = saltFile;
    this.salt = salt;
  }

  /**
   * Opens the directory, and makes it if need be.
   *
   * @throws UncheckedIOException with a message for people if it cannot be used
   */
  static GuardDirectory open(Path path, RandomGenerator random) {
    try {
      Files.createDirectories(path, ownerOnly(path, "rwx------"));
      if (hasPermissions(path)) {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
      }
      Path directory = path.toRealPath();
      Path saltFile = directory.resolve("salt");
      createIfAbsent(saltFile);
      return new GuardDirectory(directory, saltFile, salt(directory, saltFile, random));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The lockout guard cannot keep its records in "
              + path.toAbsolutePath()
              + " ("
              + reason(e)
              + "). Make it a directory that the user who runs this program owns and can write to,"
              + " or name another one; without the guard no secret is sent.",
          e);
    }
  }

  /** An exception of the file system in words: its message alone is often just the path. */
  static String reason(IOException e) {
    return e.getClass().getSimpleName().replace("Exception", "") + ": " + e.getMessage();
  }

  private static byte[] salt(Path directory, Path saltFile, RandomGenerator random)
      throws IOException {
    try (LockedFile locked =
        LockedFile.lock(saltFile, Deadline.in(PATIENCE, Ticker.SYSTEM))
            .orElseThrow(() -> new IOException("another process keeps " + saltFile + " locked"))) {
      byte[] salt = locked.read(SALT_BYTES + 1);
      if (salt.length == 0 && !hasAccounts(directory)) {
        salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        locked.write(salt);
      }
      if (salt.length != SALT_BYTES) {
        throw new IOException(
            "its salt is damaged or lost, so its records cannot be read; once no rejected secret is"
                + " configured any more, delete the directory");
      }
      return salt;
    }
  }

  private static boolean hasAccounts(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.anyMatch(file -> file.toString().endsWith(SUFFIX));
    }
  }

  /** The name of an account's file without its suffix: a salted hash of the user name. */
  String nameOf(UserName user) {
    MessageDigest sha256 = sha256();
    sha256.update(salt);
    sha256.update(user.toString().toLowerCase(Locale.ROOT).getBytes(UTF_8));
    return HexFormat.of().formatHex(sha256.digest(), 0, 16);
  }

  /** The salt for the secrets of one account. */
  byte[] saltOf(String name) {
    MessageDigest sha256 = sha256();
    sha256.update(salt);
    return sha256.digest(name.getBytes(UTF_8));
  }

  Path fileOf(String name) {
    return directory.resolve(name + SUFFIX);
  }

  /**
   * Locks an account's file, and makes it if need be.
   *
   * @return empty if the deadline passed
   */
  Optional<LockedFile> lock(String name, Deadline deadline) throws IOException {
    Path file = fileOf(name);
    if (Files.notExists(file)) {
      Optional<LockedFile> all = LockedFile.lock(saltFile, deadline);
      if (all.isEmpty()) {
        return Optional.empty();
      }
      try (LockedFile allAccounts = all.get()) {
        createUnder(allAccounts, file);
      }
    }
    return LockedFile.lock(file, deadline);
  }

  /** A file appears with its content, so that an empty one is always a damaged one. */
  private void createUnder(LockedFile allAccounts, Path file) throws IOException {
    if (allAccounts.read(SALT_BYTES).length != SALT_BYTES) {
      throw new IOException("the salt in " + saltFile + " was lost while the program ran");
    }
    if (Files.notExists(file)) {
      Path fresh = directory.resolve("fresh");
      Files.deleteIfExists(fresh);
      Files.createFile(fresh, ownerOnly(directory, "rw-------"));
      Files.write(fresh, Rejections.NONE.encoded());
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private static void createIfAbsent(Path file) throws IOException {
    try {
      Files.createFile(file, ownerOnly(file, "rw-------"));
    } catch (FileAlreadyExistsException expected) {
      // Another run or another process was first, and the lock decides who writes.
      return;
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path path, String permissions) {
    return hasPermissions(path)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  private static boolean hasPermissions(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
