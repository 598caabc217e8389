package io.lyncwatch.discovery.auth;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.lyncwatch.discovery.Deadline;
import io.lyncwatch.discovery.Ticker;
import io.lyncwatch.discovery.auth.LockoutGuard.Attempt;
import io.lyncwatch.discovery.auth.LockoutGuard.Permission;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class FileLockoutGuardTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration BACK_OFF = Duration.ofHours(1);
  private static final Credential WRONG = credential("CONTOSO\\probe1", "Swordfish-7");

  @TempDir Path temp;
  private final SettableClock clock = new SettableClock(NOON);

  @Test
  void a_secret_that_nobody_rejected_may_be_sent_again_and_again() {
    LockoutGuard guard = guard();
    for (int i = 0; i < 3; i++) {
      try (Attempt attempt = granted(guard, WRONG)) {
        attempt.accepted();
      }
    }
    assertThat(ask(guard, WRONG)).isInstanceOf(Permission.Granted.class);
  }

  @Test
  void a_rejected_secret_is_held_until_the_back_off_has_passed() {
    LockoutGuard guard = guard();
    reject(guard, WRONG);
    clock.advance(BACK_OFF.minusNanos(1));

    assertThat(ask(guard, WRONG)).isEqualTo(new Permission.Held(NOON, NOON.plus(BACK_OFF)));
  }

  @Test
  void the_back_off_passed_allows_one_more_attempt() {
    LockoutGuard guard = guard();
    reject(guard, WRONG);
    clock.advance(BACK_OFF);
    reject(guard, WRONG);

    assertThat(ask(guard, WRONG))
        .isEqualTo(new Permission.Held(NOON.plus(BACK_OFF), NOON.plus(BACK_OFF).plus(BACK_OFF)));
  }

  @Test
  void a_changed_secret_is_allowed_at_once() {
    LockoutGuard guard = guard();
    reject(guard, WRONG);

    granted(guard, credential("CONTOSO\\probe1", "Swordfish-8")).close();
  }

  @Test
  void two_wrong_secrets_that_take_turns_are_both_held() {
    LockoutGuard guard = guard();
    Credential other = credential("CONTOSO\\probe1", "Swordfish-8");
    reject(guard, WRONG);
    reject(guard, other);

    assertThat(ask(guard, WRONG)).isInstanceOf(Permission.Held.class);
    assertThat(ask(guard, other)).isInstanceOf(Permission.Held.class);
  }

  @Test
  void a_secret_that_is_accepted_after_the_back_off_is_forgotten_to_have_been_rejected()
      throws IOException {
    LockoutGuard guard = guard();
    reject(guard, WRONG);
    clock.advance(BACK_OFF);
    try (Attempt attempt = granted(guard, WRONG)) {
      attempt.accepted();
    }

    assertThat(Files.readAllBytes(accountFile())).isEqualTo(Rejections.NONE.encoded());
  }

  @Test
  void a_right_secret_does_not_set_free_a_wrong_one() {
    LockoutGuard guard = guard();
    reject(guard, WRONG);
    try (Attempt attempt = granted(guard, credential("CONTOSO\\probe1", "Swordfish-8"))) {
      attempt.accepted();
    }

    assertThat(ask(guard, WRONG)).isInstanceOf(Permission.Held.class);
  }

  @Test
  void an_attempt_in_which_nothing_was_sent_changes_nothing() {
    LockoutGuard guard = guard();
    granted(guard, WRONG).close();

    granted(guard, WRONG).close();
  }

  @Test
  void a_secret_that_was_sent_twice_without_a_verdict_is_held_for_half_an_hour() {
    send(guard(), WRONG);
    send(guard(), WRONG);

    Instant free = NOON.plus(Duration.ofMinutes(31));
    assertThat(ask(guard(), WRONG)).isEqualTo(new Permission.Held(NOON, free));
    clock.advance(Duration.ofMinutes(31));
    granted(guard(), WRONG).close();
  }

  @Test
  void a_secret_without_a_verdict_is_never_held_longer_than_a_rejected_one() {
    Duration shorter = Duration.ofMinutes(5);
    LockoutGuard guard = new FileLockoutGuard(directory(), shorter, clock, new Random(1));
    send(guard, WRONG);
    send(guard, WRONG);

    assertThat(ask(guard, WRONG)).isEqualTo(new Permission.Held(NOON, NOON.plus(shorter)));
  }

  @Test
  void a_secret_that_did_not_leave_the_machine_is_not_counted() {
    for (int i = 0; i < 3; i++) {
      try (Attempt attempt = granted(guard(), WRONG)) {
        attempt.sending();
        attempt.uncounted();
      }
    }

    granted(guard(), WRONG).close();
  }

  @Test
  void an_accepted_secret_starts_the_count_anew() {
    LockoutGuard guard = guard();
    send(guard, WRONG);
    try (Attempt attempt = granted(guard, WRONG)) {
      attempt.sending();
      attempt.accepted();
    }
    send(guard, WRONG);

    granted(guard, WRONG).close();
  }

  @Test
  void a_restart_forgets_nothing() {
    reject(guard(), WRONG);

    assertThat(ask(guard(), WRONG)).isEqualTo(new Permission.Held(NOON, NOON.plus(BACK_OFF)));
  }

  @Test
  void the_case_of_the_user_name_makes_no_other_account_but_its_spelling_does() {
    LockoutGuard guard = guard();
    reject(guard, WRONG);

    assertThat(ask(guard, credential("contoso\\PROBE1", "Swordfish-7")))
        .isInstanceOf(Permission.Held.class);
    granted(guard, credential("probe1@contoso.example", "Swordfish-7")).close();
  }

  @Test
  void while_one_tries_an_account_another_waits_until_its_deadline_and_no_longer() {
    LockoutGuard guard = guard();
    Attempt open = granted(guard, WRONG);

    assertThat(ask(guard(), WRONG)).isInstanceOf(Permission.Busy.class);
    granted(guard, credential("CONTOSO\\probe2", "Swordfish-7")).close();
    open.close();
    granted(guard, WRONG).close();
  }

  @Test
  void an_interrupted_asker_gets_no_permission_and_stays_interrupted() {
    LockoutGuard guard = guard();
    Thread.currentThread().interrupt();

    assertThat(ask(guard, WRONG)).isInstanceOf(Permission.Busy.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void a_rejection_is_kept_although_the_thread_is_interrupted_meanwhile() {
    LockoutGuard guard = guard();
    try (Attempt attempt = granted(guard, WRONG)) {
      Thread.currentThread().interrupt();
      attempt.rejected();
      assertThat(Thread.interrupted()).isTrue();
    }

    assertThat(ask(guard(), WRONG)).isInstanceOf(Permission.Held.class);
  }

  @Test
  void of_many_threads_with_several_guards_only_one_sends_a_wrong_secret() throws Exception {
    List<LockoutGuard> guards = List.of(guard(), guard(), guard());
    AtomicInteger sent = new AtomicInteger();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Permission>> askers =
          Stream.iterate(0, i -> i + 1)
              .limit(60)
              .<Callable<Permission>>map(i -> () -> signIn(guards.get(i % 3), sent))
              .toList();
      for (Future<Permission> asked : threads.invokeAll(askers)) {
        assertThat(asked.get()).isNotInstanceOf(Permission.Busy.class);
      }
    }

    assertThat(sent).hasValue(1);
  }

  private static Permission signIn(LockoutGuard guard, AtomicInteger sent) {
    Permission permission = guard.ask(WRONG, Deadline.in(Duration.ofSeconds(60), Ticker.SYSTEM));
    if (permission instanceof Permission.Granted(Attempt attempt)) {
      try (attempt) {
        sent.incrementAndGet();
        attempt.rejected();
      }
    }
    return permission;
  }

  @Test
  void a_damaged_file_holds_every_secret_until_the_back_off_from_its_last_change_and_is_told()
      throws IOException {
    LockoutGuard guard = guard();
    reject(guard, WRONG);
    Instant changedAt = NOON.plusSeconds(600);
    Files.writeString(accountFile(), "lyncwatch lock");
    Files.setLastModifiedTime(accountFile(), FileTime.from(changedAt));

    List<String> told =
        warningsOf(() ->
            assertThat(ask(guard, credential("CONTOSO\\probe1", "Swordfish-8")))
                .isEqualTo(new Permission.Held(changedAt, changedAt.plus(BACK_OFF))));

    assertThat(told)
        .singleElement()
        .asString()
        .contains(accountFile().toString(), "is damaged", changedAt.plus(BACK_OFF).toString())
        .doesNotContain("Swordfish");
    clock.advance(Duration.ofMinutes(10).plus(BACK_OFF));
    granted(guard, WRONG).close();
  }

  @Test
  void an_empty_file_is_a_damaged_file() throws IOException {
    LockoutGuard guard = guard();
    granted(guard, WRONG).close();
    Files.write(accountFile(), new byte[0]);
    Files.setLastModifiedTime(accountFile(), FileTime.from(NOON));

    assertThat(ask(guard, WRONG)).isInstanceOf(Permission.Held.class);
  }

  @Test
  void a_directory_that_vanishes_permits_nothing_and_says_what_to_do() throws IOException {
    LockoutGuard guard = guard();
    Files.delete(directory().resolve("salt"));
    Files.delete(directory());

    assertThat(ask(guard, WRONG))
        .isInstanceOfSatisfying(
            Permission.Unavailable.class,
            unavailable ->
                assertThat(unavailable.why())
                    .contains(directory().toString(), "make it readable and writable"));
  }

  @Test
  void a_salt_that_was_lost_beside_records_is_told_at_the_start() throws IOException {
    reject(guard(), WRONG);
    Files.delete(directory().resolve("salt"));

    assertThatThrownBy(this::guard)
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContainingAll(directory().toString(), "salt is damaged or lost", "delete");
  }

  @Test
  void a_file_in_the_place_of_the_directory_is_told_at_the_start() throws IOException {
    Files.writeString(directory(), "not a directory");

    assertThatThrownBy(this::guard)
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContainingAll("lockout guard", directory().toString(), "Make it a directory");
  }

  @Test
  void nothing_in_the_directory_tells_a_name_or_a_secret() throws IOException {
    reject(guard(), WRONG);

    for (Path file : files()) {
      String content = Files.readString(file, ISO_8859_1);
      assertThat(file.getFileName() + content).doesNotContainIgnoringCase("probe1", "swordfish");
    }
  }

  @Test
  void only_the_owner_can_look_into_the_records() throws IOException {
    assumeTrue(temp.getFileSystem().supportedFileAttributeViews().contains("posix"));
    Files.createDirectory(directory());
    Files.setPosixFilePermissions(directory(), PosixFilePermissions.fromString("rwxr-xr-x"));
    reject(guard(), WRONG);

    assertThat(permissions(directory())).isEqualTo("rwx------");
    for (Path file : files()) {
      assertThat(permissions(file)).as("%s", file).isEqualTo("rw-------");
    }
  }

  private LockoutGuard guard() {
    return new FileLockoutGuard(directory(), BACK_OFF, clock, new Random(45));
  }

  private Path directory() {
    return temp.toAbsolutePath().resolve("guard");
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(directory())) {
      return files.toList();
    }
  }

  private Path accountFile() throws IOException {
    return files().stream()
        .filter(file -> file.toString().endsWith(".account"))
        .findFirst()
        .orElseThrow();
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static Permission ask(LockoutGuard guard, Credential credential) {
    return guard.ask(credential, Deadline.in(Duration.ofMillis(50), Ticker.SYSTEM));
  }

  private static Attempt granted(LockoutGuard guard, Credential credential) {
    Permission permission = ask(guard, credential);
    assertThat(permission).isInstanceOf(Permission.Granted.class);
    return ((Permission.Granted) permission).attempt();
  }

  /** A time-out, say. */
  private static void send(LockoutGuard guard, Credential credential) {
    try (Attempt attempt = granted(guard, credential)) {
      attempt.sending();
    }
  }

  private static void reject(LockoutGuard guard, Credential credential) {
    try (Attempt attempt = granted(guard, credential)) {
      attempt.rejected();
    }
  }

  private static List<String> warningsOf(Runnable action) {
    Logger log = (Logger) LoggerFactory.getLogger(FileLockoutGuard.class);
    ListAppender<ILoggingEvent> seen = new ListAppender<>();
    seen.start();
    log.addAppender(seen);
    try {
      action.run();
    } finally {
      log.detachAppender(seen);
    }
    return seen.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  private static Credential credential(String user, String password) {
    return new Credential(UserName.parse(user), new Secret(password));
  }
}
