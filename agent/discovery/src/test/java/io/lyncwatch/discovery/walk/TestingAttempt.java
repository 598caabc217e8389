package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.auth.LockoutGuard;
import java.util.ArrayList;
import java.util.List;

/** An attempt, or several one after the other, that remembers what it was told of the secret. */
final class TestingAttempt implements LockoutGuard.Attempt {
  private final List<String> ended = new ArrayList<>();
  private String verdict = "none";
  private int sent;

  /** The latest; {@code none} where nothing was said, which the guard counts. */
  String verdict() {
    return verdict;
  }

  /** The last verdict of each attempt that was closed. */
  List<String> ended() {
    return ended;
  }

  /** How many times the secret or a proof of it was sent. */
  int sent() {
    return sent;
  }

  @Override
  public void sending() {
    sent++;
  }

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
  public void close() {
    ended.add(verdict);
    verdict = "none";
  }
}
