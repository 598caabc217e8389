package io.lyncwatch.lab.ticket;

import io.lyncwatch.lab.directory.User;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds users by what they sign in with. Names are compared without regard to case. */
record Accounts(Collection<User> users) {
  /** The user of {@code CONTOSO\alice} or, as a UPN, {@code alice@contoso.example}. */
  Optional<User> named(String logon) {
    int backslash = logon.indexOf('\\');
    return backslash < 0
        ? named("", logon)
        : named(logon.substring(0, backslash), logon.substring(backslash + 1));
  }

  /** The user of an account; without a domain the name is a UPN. */
  Optional<User> named(String domain, String name) {
    return domain.isEmpty()
        ? at(name)
        : first(
            user -> user.domain().equalsIgnoreCase(domain) && user.name().equalsIgnoreCase(name));
  }

  /** The user of a sign-in address. */
  Optional<User> at(String address) {
    return first(user -> user.address().equalsIgnoreCase(address));
  }

  private Optional<User> first(Predicate<User> wanted) {
    return users.stream().filter(wanted).findFirst();
  }
}
