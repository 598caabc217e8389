package io.lyncwatch.discovery.auth;

import io.lyncwatch.discovery.Deadline;
import io.lyncwatch.discovery.auth.Rejections.Rejection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what it knows in a directory, so that it survives restarts and several processes share it.
 * An attempt holds the lock of its account's file. In doubt nothing is permitted: a damaged file
 * holds every secret of its account until the back-off has passed since it was last written.
 */
public final class FileLockoutGuard implements LockoutGuard {
  private static final Logger log = LoggerFactory.getLogger(FileLockoutGuard.class);

  private final GuardDirectory directory;
  private final Duration backOff;
  private final InstantSource clock;
  private final SecretHashes hashes = new SecretHashes();

  /** Rejections that could not be written (a full disk), by account: the last resort. */
  private final Map<String, Instant> unwritten = new ConcurrentHashMap<>();

  /**
   * @param directory for this guard alone; it is made if it does not exist
   * @param backOff how long a rejected secret is held
   * @param random gives the salt of a new directory; outside of tests a secure one
   * @throws java.io.UncheckedIOException with a message for people (what, where, what to do) if the
   *     directory cannot be used
   */
  public FileLockoutGuard(
      Path directory, Duration backOff, InstantSource clock, RandomGenerator random) {
    this.directory = GuardDirectory.open(directory, random);
    this.backOff = backOff;
    this.clock = clock;
  }

  @Override
  public Permission ask(Credential credential, Deadline deadline) {
    String account = directory.nameOf(credential.user());
    Optional<LockedFile> locked = Optional.empty();
    boolean granted = false;
    try {
      locked = directory.lock(account, deadline);
      if (locked.isEmpty()) {
        return new Permission.Busy();
      }
      Permission permission = judge(account, credential.password(), locked.get());
      granted = permission instanceof Permission.Granted;
      return permission;
    } catch (IOException e) {
      return unavailable(account, e);
    } finally {
      if (!granted) {
        locked.ifPresent(file -> close(account, file));
      }
    }
  }

  private Permission judge(String account, Secret secret, LockedFile file) throws IOException {
    Instant now = clock.instant();
    Optional<Rejections> stored = Rejections.read(file.read(Rejections.MOST_BYTES));
    if (stored.isEmpty()) {
      Instant writtenAt = Files.getLastModifiedTime(directory.fileOf(account)).toInstant();
      if (now.isBefore(writtenAt.plus(backOff))) {
        tellDamage(account, writtenAt.plus(backOff));
        return held(writtenAt);
      }
    }
    Instant lost = unwritten.getOrDefault(account, Instant.MIN);
    if (now.minus(backOff).isBefore(lost)) {
      return held(lost);
    }
    Rejections fresh = stored.orElse(Rejections.NONE).stillHeld(now, backOff);
    return heldBack(fresh, account, secret)
        .filter(Rejection::holds)
        .<Permission>map(rejection -> new Permission.Held(rejection.at(), rejection.until(backOff)))
        .orElseGet(
            () -> new Permission.Granted(new OpenAttempt(account, secret, file, stored, fresh)));
  }

  private void tellDamage(String account, Instant retryAt) {
    log.warn(
        "The lockout guard's record {} is damaged: no secret of that account is sent until {}."
            + " If the configured secret is known to be right, delete the file.",
        directory.fileOf(account),
        retryAt);
  }

  /** Hashes only if there is something to compare with: an accepted secret costs no time. */
  private Optional<Rejection> heldBack(Rejections fresh, String account, Secret secret) {
    return fresh.isEmpty() ? Optional.empty() : fresh.of(hash(account, secret));
  }

  private Permission.Held held(Instant rejectedAt) {
    return new Permission.Held(rejectedAt, rejectedAt.plus(backOff));
  }

  private String hash(String account, Secret secret) {
    return hashes.hash(account, directory.saltOf(account), secret);
  }

  private Permission.Unavailable unavailable(String account, IOException e) {
    return new Permission.Unavailable(
        "the lockout guard cannot use "
            + directory.fileOf(account)
            + " ("
            + GuardDirectory.reason(e)
            + "); make it readable and writable for the user who runs this program");
  }

  private void close(String account, LockedFile file) {
    try {
      file.close();
    } catch (IOException e) {
      log.warn("The lockout guard could not close {}", directory.fileOf(account), e);
    }
  }

  /** Holds the lock of the account's file until it is closed. */
  private final class OpenAttempt implements Attempt {
    private final String account;
    private final Secret secret;
    private final LockedFile file;
    private final Optional<Rejections> stored;
    private final Rejections fresh;
    private boolean awaitsVerdict;

    OpenAttempt(
        String account,
        Secret secret,
        LockedFile file,
        Optional<Rejections> stored,
        Rejections fresh) {
      this.account = account;
      this.secret = secret;
      this.file = file;
      this.stored = stored;
      this.fresh = fresh;
    }

    @Override
    public void sending() {
      awaitsVerdict = true;
    }

    @Override
    public void uncounted() {
      awaitsVerdict = false;
    }

    @Override
    public void rejected() {
      awaitsVerdict = false;
      Instant now = clock.instant();
      hold(fresh.with(now, hash(account, secret)), now);
    }

    private void hold(Rejections rejections, Instant now) {
      try {
        file.write(rejections.encoded());
      } catch (IOException e) {
        unwritten.put(account, now);
        log.error(
            "The lockout guard could not write {}: until {} this process holds back the account's"
                + " secrets, but other processes and a restart do not know of the rejection. Check"
                + " the disk.",
            directory.fileOf(account),
            now.plus(backOff),
            e);
      }
    }

    @Override
    public void accepted() {
      awaitsVerdict = false;
      Rejections others = fresh.isEmpty() ? fresh : fresh.without(hash(account, secret));
      if (stored.filter(others::equals).isPresent()) {
        return;
      }
      try {
        file.write(others.encoded());
      } catch (IOException e) {
        log.warn(
            "The lockout guard could not write {}: it still holds back a secret that is right.",
            directory.fileOf(account),
            e);
      }
    }

    @Override
    public void close() {
      if (awaitsVerdict) {
        awaitsVerdict = false;
        Instant now = clock.instant();
        hold(fresh.unanswered(now, hash(account, secret)), now);
      }
      FileLockoutGuard.this.close(account, file);
    }
  }
}
