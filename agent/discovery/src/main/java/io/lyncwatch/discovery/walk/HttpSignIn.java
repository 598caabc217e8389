package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.http.Request;
import java.util.Optional;
import java.util.function.BiFunction;

/** A way to prove who asks by HTTP authentication, whatever is asked for. */
interface HttpSignIn {
  /**
   * Asks, with the proof when the server wants one.
   *
   * @param judge reads the answer to the proof, unless that rejects it; its second argument says
   *     what was sent, for people
   */
  <T> Optional<T> signIn(Request request, BiFunction<Answer, String, Optional<T>> judge);
}
