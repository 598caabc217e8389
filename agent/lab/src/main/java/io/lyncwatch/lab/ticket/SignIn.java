package io.lyncwatch.lab.ticket;

import io.lyncwatch.lab.directory.User;
import io.lyncwatch.lab.web.Reply;

/** How one attempt to sign in went. */
sealed interface SignIn {
  /** The user has proved to know the password. */
  record Accepted(User user) implements SignIn {}

  /** Not, or not yet: this is what the client is told. */
  record Refused(Reply reply) implements SignIn {}
}
