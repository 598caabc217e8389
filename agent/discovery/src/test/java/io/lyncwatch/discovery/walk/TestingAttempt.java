package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.auth.LockoutGuard;

/** An attempt that remembers what it was last told of the secret. */
final class TestingAttempt implements LockoutGuard.Attempt {
  private String verdict = "none";

  /** {@code none} where nothing was said, which the guard counts. */
  String verdict() {
    return verdict;
  }

  @Override
  public void sending() {}

  @Override
  public void uncounted() {
    verdict = "uncounted";
  }

  @Override
  public void rejected() {
    verdict = "rejected";
  }

  @Override
  public void accepted() {
    verdict = "accepted";
  }

  @Override
  public void close() {}
}
