package io.lyncwatch.lab.directory;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The users that every SIP domain has: alice is homed on the first pool, bob on the second, carol
 * has an account but is not enabled for Lync, dave is enabled but no server knows his home. Those
 * whom the directory does not let in are homed on the first pool: the account of frank is locked,
 * that of grace disabled, and the password of heidi has expired.
 */
public final class Staff {
  private static final String PASSWORD_LETTERS =
      "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
  private static final int PASSWORD_LENGTH = 20;

  private final RandomGenerator random;

  /** Passwords come from this source. */
  public Staff(RandomGenerator random) {
    this.random = random;
  }

  /**
   * The seven users of a SIP domain, each with a new password.
   *
   * @param firstPool its internal name
   * @param secondPool its internal name
   */
  public List<User> of(String sipDomain, String firstPool, String secondPool) {
    return List.of(
        user("alice", sipDomain, true, Optional.of(firstPool)),
        user("bob", sipDomain, true, Optional.of(secondPool)),
        user("carol", sipDomain, false, Optional.empty()),
        user("dave", sipDomain, true, Optional.empty()),
        barred("frank", sipDomain, firstPool, Standing.LOCKED),
        barred("grace", sipDomain, firstPool, Standing.DISABLED),
        barred("heidi", sipDomain, firstPool, Standing.PASSWORD_EXPIRED));
  }

  /**
   * Erin, whom the company has moved to a hoster.
   *
   * @param hoster the internal name of the hoster's pool
   */
  public User hosted(String sipDomain, String hoster) {
    return user("erin", sipDomain, true, Optional.of(hoster));
  }

  private User barred(String name, String sipDomain, String pool, Standing standing) {
    return user(name, sipDomain, true, Optional.of(pool), standing);
  }

  private User user(String name, String sipDomain, boolean enabled, Optional<String> pool) {
    return user(name, sipDomain, enabled, pool, Standing.GOOD);
  }

  private User user(
      String name, String sipDomain, boolean enabled, Optional<String> pool, Standing standing) {
    String netBios = sipDomain.split("\\.", 2)[0].toUpperCase(Locale.ROOT);
    return new User(name + "@" + sipDomain, netBios, name, password(), enabled, pool, standing);
  }

  private String password() {
    StringBuilder password = new StringBuilder();
    for (int i = 0; i < PASSWORD_LENGTH; i++) {
      password.append(PASSWORD_LETTERS.charAt(random.nextInt(PASSWORD_LETTERS.length())));
    }
    return password.toString();
  }
}
