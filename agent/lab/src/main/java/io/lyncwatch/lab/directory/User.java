package io.lyncwatch.lab.directory;

import java.util.Optional;

/**
 * One user of the lab's directory.
 *
 * @param address the sign-in address, for example {@code alice@contoso.example}
 * @param domain the NetBIOS domain of the account, for example {@code CONTOSO}
 * @param name the account's name in it, for example {@code alice}
 * @param enabled whether the account is enabled for Lync
 * @param pool the internal name of the home pool; absent if no server knows it
 * @param standing whether the directory lets it sign in at all
 */
public record User(
    String address,
    String domain,
    String name,
    String password,
    boolean enabled,
    Optional<String> pool,
    Standing standing) {
  /** One that may sign in. */
  public User(
      String address,
      String domain,
      String name,
      String password,
      boolean enabled,
      Optional<String> pool) {
    this(address, domain, name, password, enabled, pool, Standing.GOOD);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return domain + "\\" + name + " <" + address + ">";
  }
}
