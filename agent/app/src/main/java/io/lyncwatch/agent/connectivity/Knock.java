package io.lyncwatch.agent.connectivity;

import io.lyncwatch.discovery.Deadline;
import io.lyncwatch.discovery.Ticker;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.dns.AddressType;
import io.lyncwatch.discovery.dns.DnsAnswer;
import io.lyncwatch.discovery.dns.DnsClient;
import io.lyncwatch.discovery.dns.Resolver;
import io.lyncwatch.discovery.http.Dialer;
import io.lyncwatch.discovery.http.Dialer.Dialed;
import io.lyncwatch.discovery.http.Failure.NoConnection;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Knocks at the resolvers of a view and at servers there that have answered before, over the same
 * ways as the probes do. Where none has, as before the first success, the resolvers of the other
 * views count as well: one that answers shows that this machine has a network.
 */
final class Knock implements Reach {
  /** As long as a connection may take, and a question that is sent twice. */
  static final Duration PATIENCE = Duration.ofSeconds(3);

  private final List<Resolver> resolvers;
  private final String name;
  private final DnsClient client;
  private final Function<View, List<InetSocketAddress>> known;
  private final Ticker ticker;

  /**
   * @param resolvers of all views
   * @param name one that they are asked for in any case
   * @param known servers of a view that have answered before
   */
  Knock(
      List<Resolver> resolvers,
      String name,
      DnsClient client,
      Function<View, List<InetSocketAddress>> known,
      Ticker ticker) {
    this.resolvers = List.copyOf(resolvers);
    this.name = name;
    this.client = client;
    this.known = known;
    this.ticker = ticker;
  }

  @Override
  public Echo in(View view) {
    List<InetSocketAddress> servers = known.apply(view);
    List<Resolver> asked =
        resolvers.stream()
            .filter(resolver -> servers.isEmpty() || resolver.view() == view)
            .toList();
    Deadline deadline = Deadline.in(PATIENCE, ticker);
    boolean answered =
        any(
            Stream.concat(
                    asked.stream()
                        .map(resolver -> (BooleanSupplier) () -> answers(resolver, deadline)),
                    servers.stream()
                        .map(server -> (BooleanSupplier) () -> answers(server, deadline)))
                .toList());
    return new Echo(answered, asked.stream().map(Knock::words).toList(), servers.size());
  }

  /** Who answers late is not waited for once somebody has answered. */
  private static boolean any(List<BooleanSupplier> knocks) {
    CompletableFuture<Boolean> somebody = new CompletableFuture<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      CompletableFuture<?>[] all =
          knocks.stream()
              .map(knock ->
                  CompletableFuture.runAsync(
                      () -> {
                        if (knock.getAsBoolean()) {
                          somebody.complete(true);
                        }
                      },
                      threads))
              .toArray(CompletableFuture<?>[]::new);
      CompletableFuture<Void> everybody = CompletableFuture.allOf(all);
      boolean answered =
          CompletableFuture.anyOf(somebody, everybody.thenApply(done -> somebody.isDone()))
              .join()
              .equals(true);
      threads.shutdownNow();
      return answered;
    }
  }

  private boolean answers(Resolver resolver, Deadline deadline) {
    DnsAnswer answer = client.ask(resolver, name, AddressType.A, deadline);
    return switch (answer.status()) {
      case ADDRESSES, NO_DATA, NXDOMAIN, FAILURE, MALFORMED -> true;
      case TIMEOUT, UNREACHABLE -> false;
    };
  }

  private boolean answers(InetSocketAddress server, Deadline deadline) {
    return switch (new Dialer(PATIENCE, ticker)
        .dial(List.of(server.getAddress()), server.getPort(), deadline)) {
      case Dialed.Connected connected -> {
        Dialer.hangUp(connected.socket());
        yield true;
      }
      case Dialed.Failed failed -> failed.failure().kind() == NoConnection.Kind.REFUSED;
    };
  }

  private static String words(Resolver resolver) {
    return resolver.name() + " (" + resolver.address().getAddress().getHostAddress() + ")";
  }
}
