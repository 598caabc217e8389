package io.lyncwatch.discovery.walk;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Runs two things at once and waits for both. */
final class SideBySide {
  private SideBySide() {}

  /** Both results. */
  record Both<A, B>(A first, B second) {}

  /** The first on a virtual thread of its own, the second on the caller's. */
  static <A, B> Both<A, B> run(Callable<A> first, Callable<B> second) {
    FutureTask<A> task = new FutureTask<>(first);
    Thread thread = Thread.ofVirtual().name("side by side").start(task);
    try {
      B mine = second.call();
      return new Both<>(task.get(), mine);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while walking", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    } finally {
      thread.interrupt();
    }
  }
}
