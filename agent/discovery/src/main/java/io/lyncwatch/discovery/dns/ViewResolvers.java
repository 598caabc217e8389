package io.lyncwatch.discovery.dns;

import io.lyncwatch.discovery.AddressLiteral;
import io.lyncwatch.discovery.Deadline;
import io.lyncwatch.discovery.dns.DnsAnswer.Status;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;

/**
 * The resolvers of one view.
 *
 * @param resolvers in the order of the configuration, which is the order in which their answers are
 *     preferred
 * @param client asks them for addresses
 * @param zones asks them, and the servers that they lead to, for other records
 * @param random makes names that nobody can have made; unpredictable (a {@code SecureRandom})
 *     outside tests
 */
public record ViewResolvers(
    List<Resolver> resolvers, DnsClient client, ZoneClient zones, RandomGenerator random) {
  /** Copies the list. */
  public ViewResolvers {
    resolvers = List.copyOf(resolvers);
  }

  /**
   * Asks every resolver for both address types, all at once, and waits for all of them.
   *
   * @param name a host name without the final dot; an address literal is its own answer, and nobody
   *     is asked
   * @return one look-up for each resolver, in their order
   */
  public List<Lookup> ask(String name, Deadline deadline) {
    Optional<InetAddress> literal = AddressLiteral.parse(name);
    if (literal.isPresent()) {
      return resolvers.stream().map(resolver -> itself(resolver, name, literal.get())).toList();
    }
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Lookup>> questions =
          resolvers.stream().map(resolver -> ask(resolver, name, deadline, threads)).toList();
      return questions.stream().map(CompletableFuture::join).toList();
    }
  }

  /** One of them by itself. */
  public ViewResolvers only(Resolver resolver) {
    return new ViewResolvers(List.of(resolver), client, zones, random);
  }

  /** The answer that a walk goes by: that of the first resolver, in order, that gave addresses. */
  public static Optional<Lookup> usable(List<Lookup> lookups) {
    return lookups.stream().filter(Lookup::resolved).findFirst();
  }

  private CompletableFuture<Lookup> ask(
      Resolver resolver, String name, Deadline deadline, ExecutorService threads) {
    var a =
        CompletableFuture.supplyAsync(
            () -> client.ask(resolver, name, AddressType.A, deadline), threads);
    var aaaa =
        CompletableFuture.supplyAsync(
            () -> client.ask(resolver, name, AddressType.AAAA, deadline), threads);
    return a.thenCombine(aaaa, Lookup::new);
  }

  private static Lookup itself(Resolver resolver, String name, InetAddress address) {
    AddressType type = address instanceof Inet4Address ? AddressType.A : AddressType.AAAA;
    return new Lookup(
        itself(resolver, name, AddressType.A, type == AddressType.A, address),
        itself(resolver, name, AddressType.AAAA, type == AddressType.AAAA, address));
  }

  private static DnsAnswer itself(
      Resolver resolver, String name, AddressType type, boolean has, InetAddress address) {
    return new DnsAnswer(
        resolver,
        name,
        type,
        has ? Status.ADDRESSES : Status.NO_DATA,
        has ? List.of(address) : List.of(),
        List.of(),
        OptionalLong.empty(),
        OptionalInt.empty(),
        0,
        false,
        Duration.ZERO,
        "an address, not asked for");
  }
}
