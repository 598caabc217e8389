package io.lyncwatch.discovery.dns;

import io.lyncwatch.discovery.Deadline;
import io.lyncwatch.discovery.Ticker;
import io.lyncwatch.discovery.dns.DnsAnswer.Status;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Asks as the stub resolver of a phone does: UDP first, sent again while nothing comes, then TCP if
 * the answer is truncated (RFC 1123 6.1.3.2).
 *
 * <p>It does its own input and output on plain sockets, which virtual threads wait on for nothing,
 * and takes only the messages from dnsjava: that library's resolver sends once, and looks for its
 * time-outs once a second. May be used by any number of threads at once.
 */
public final class StubDnsClient implements DnsClient {
  private final Ticker ticker;
  private final RandomGenerator ids;
  private final Patience patience;

  /**
   * @param ids where the ids of questions come from; unpredictable (a {@code SecureRandom}) outside
   *     tests, and safe for use by many threads
   */
  public StubDnsClient(Ticker ticker, RandomGenerator ids, Patience patience) {
    this.ticker = ticker;
    this.ids = ids;
    this.patience = patience;
  }

  /**
   * {@inheritDoc} A name that DNS cannot write (a label over 63 bytes) is {@code NXDOMAIN} without
   * being asked for.
   */
  @Override
  public DnsAnswer ask(Resolver resolver, String name, AddressType type, Deadline deadline) {
    long start = ticker.nanos();
    Optional<Question> question = Question.of(ids.nextInt(1 << 16), name, type);
    if (question.isEmpty()) {
      Said unspeakable = Said.nothing(Status.NXDOMAIN, "no name can be written so in DNS");
      return answer(resolver, name, type, unspeakable, 0, false, start);
    }
    Deadline end = deadline.within(patience.giveUp());
    Heard heard = Heard.from(resolver.address(), question.get(), patience, end);
    Said said = said(heard.received(), question.get());
    return answer(resolver, name, type, said, heard.retransmits(), heard.overTcp(), start);
  }

  private static Said said(Received received, Question question) {
    return switch (received) {
      case Received.Reply(var message) -> Said.by(message, question);
      case Received.Nothing(var status, var detail) -> Said.nothing(status, detail);
    };
  }

  private DnsAnswer answer(
      Resolver resolver,
      String name,
      AddressType type,
      Said said,
      int retransmits,
      boolean overTcp,
      long start) {
    return new DnsAnswer(
        resolver,
        name,
        type,
        said.status(),
        said.addresses(),
        said.aliases(),
        said.ttlSeconds(),
        said.rcode(),
        retransmits,
        overTcp,
        Duration.ofNanos(ticker.nanos() - start),
        said.detail());
  }
}
