package io.lyncwatch.discovery;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;

/** Does the same with several things at once. */
public final class SideBySide {
  private SideBySide() {}

  /** What came of each, in their order, as soon as all are done. */
  public static <T, R> List<R> all(List<T> things, Function<T, R> each) {
    List<FutureTask<R>> tasks =
        things.stream().map(thing -> new FutureTask<>(() -> each.apply(thing))).toList();
    List<Thread> threads =
        tasks.stream().map(task -> Thread.ofVirtual().name("side by side").start(task)).toList();
    try {
      List<R> results = new ArrayList<>();
      for (FutureTask<R> task : tasks) {
        results.add(task.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for others", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      threads.forEach(Thread::interrupt);
    }
  }
}
