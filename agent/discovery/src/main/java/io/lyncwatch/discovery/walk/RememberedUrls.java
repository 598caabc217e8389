package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.SignInAddress;
import io.lyncwatch.discovery.View;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the phones of each account that are signed in remember in each view. It lasts from run to
 * run and grows no larger than there are accounts and views. Safe for many threads.
 */
public final class RememberedUrls {
  private final Map<Phones, Memory> memories = new ConcurrentHashMap<>();

  private record Phones(String address, View view) {}

  /** What phones remember. */
  sealed interface Memory {
    /** No sign-in has told yet. */
    record Unknown() implements Memory {}

    /** The URLs of the last sign-in. */
    record Kept(UrlSets sets) implements Memory {}

    /** They had URLs, found both sets dead and forgot them. */
    record Flushed() implements Memory {}
  }

  Memory of(SignInAddress address, View view) {
    return memories.getOrDefault(phones(address, view), new Memory.Unknown());
  }

  void keep(SignInAddress address, View view, UrlSets sets) {
    memories.put(phones(address, view), new Memory.Kept(sets));
  }

  void flush(SignInAddress address, View view) {
    memories.put(phones(address, view), new Memory.Flushed());
  }

  private static Phones phones(SignInAddress address, View view) {
    return new Phones(address.toString(), view);
  }
}
