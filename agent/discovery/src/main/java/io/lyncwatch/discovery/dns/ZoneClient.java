package io.lyncwatch.discovery.dns;

import io.lyncwatch.discovery.Deadline;
import io.lyncwatch.discovery.Ticker;
import io.lyncwatch.discovery.dns.DnsAnswer.Status;
import java.net.InetSocketAddress;
import java.util.random.RandomGenerator;

/**
 * Asks one server for records of any type, as one does who looks into a zone, by the same rules as
 * {@link StubDnsClient}. May be used by any number of threads at once.
 */
public final class ZoneClient {
  private final Ticker ticker;
  private final RandomGenerator ids;
  private final Patience patience;
  private final RecentInquiries recent;

  /**
   * @param ids where the ids of questions come from; unpredictable (a {@code SecureRandom}) outside
   *     tests, and safe for use by many threads
   */
  public ZoneClient(Ticker ticker, RandomGenerator ids, Patience patience) {
    this.ticker = ticker;
    this.ids = ids;
    this.patience = patience;
    this.recent = new RecentInquiries(ticker);
  }

  /** What its waiting is measured by. */
  Ticker ticker() {
    return ticker;
  }

  /** What its users found out lately, so that none asks again. */
  RecentInquiries recent() {
    return recent;
  }

  /** Has a resolver find out. */
  Received resolve(InetSocketAddress resolver, String name, int type, Deadline deadline) {
    return ask(resolver, name, type, true, deadline);
  }

  /** Asks a server for what it knows itself. */
  Received askAuthority(InetSocketAddress server, String name, int type, Deadline deadline) {
    return ask(server, name, type, false, deadline);
  }

  private Received ask(
      InetSocketAddress server, String name, int type, boolean recursive, Deadline deadline) {
    return Question.of(ids.nextInt(1 << 16), name, type, recursive)
        .map(question ->
            Heard.from(server, question, patience, deadline.within(patience.giveUp())).received())
        .orElseGet(
            () -> new Received.Nothing(Status.MALFORMED, "no name can be written so in DNS"));
  }
}
