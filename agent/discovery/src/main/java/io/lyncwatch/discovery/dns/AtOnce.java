package io.lyncwatch.discovery.dns;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Asks several at the same time and waits for all of them. */
final class AtOnce {
  private AtOnce() {}

  /** The answers, in the order of those asked. */
  static <T, R> List<R> ask(List<T> asked, Function<T, R> question) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<R>> answers =
          asked.stream()
              .map(one -> CompletableFuture.supplyAsync(() -> question.apply(one), threads))
              .toList();
      return answers.stream().map(CompletableFuture::join).toList();
    }
  }
}
