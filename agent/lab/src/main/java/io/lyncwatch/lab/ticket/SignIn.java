package io.lyncwatch.lab.ticket;

import io.lyncwatch.lab.directory.User;
import io.lyncwatch.lab.web.Reply;
import java.util.Optional;

/** How one attempt to sign in went. */
sealed interface SignIn {
  /**
   * The user has proved to know the secret.
   *
   * @param lastWord what the client is to be told with the answer to its request, in {@code
   *     WWW-Authenticate}
   */
  record Accepted(User user, Optional<String> lastWord) implements SignIn {
    /** The answer to the request, with the last word. */
    Reply with(Reply reply) {
      return lastWord.map(word -> reply.with("WWW-Authenticate", word)).orElse(reply);
    }
  }

  /** Not, or not yet: this is what the client is told. */
  record Refused(Reply reply) implements SignIn {}
}
