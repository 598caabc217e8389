package io.lyncwatch.discovery.auth;

/**
 * Where the secret of an account is kept; read again at each sign-in, so that a change takes
 * effect.
 */
@FunctionalInterface
public interface SecretSource {
  /** Reads it now. */
  Reading read();

  /** What came of it. */
  sealed interface Reading {
    /** The secret. */
    record Available(Secret secret) implements Reading {}

    /**
     * None.
     *
     * @param source where it should be, for people
     * @param why what kept it from being read
     */
    record Unreadable(String source, String why) implements Reading {}
  }
}
