package io.lyncwatch.discovery.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.auth.Secret;
import io.lyncwatch.discovery.ticket.BearerToken;
import io.lyncwatch.discovery.ticket.Ticket;
import io.lyncwatch.discovery.ticket.TokenAnswer;
import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TicketCacheTest {
  private static final URI POOL = URI.create("https://pool01.contoso.example/user");
  private static final Secret SECRET = new Secret("Swordfish-7");
  private static final Instant END = Instant.parse("2026-11-23T12:00:00Z");

  private final Ticket ticket = token();
  private final TicketCache cache = new TicketCache();

  @Test
  void a_ticket_is_found_until_its_end() {
    cache.keep(POOL, new TicketCache.Kept(ticket, SECRET, END));

    assertThat(cache.find(POOL, SECRET, END.minusSeconds(1))).isPresent();
    assertThat(cache.find(POOL, SECRET, END)).isEmpty();
  }

  @Test
  void a_ticket_is_of_one_pool_and_one_secret() {
    cache.keep(POOL, new TicketCache.Kept(ticket, SECRET, END));

    assertThat(cache.find(POOL, new Secret("Swordfish-8"), Instant.EPOCH)).isEmpty();
    assertThat(cache.find(URI.create("https://pool02.contoso.example/"), SECRET, Instant.EPOCH))
        .isEmpty();
  }

  @Test
  void a_forgotten_ticket_is_gone() {
    cache.keep(POOL, new TicketCache.Kept(ticket, SECRET, END));
    cache.forget(POOL);

    assertThat(cache.find(POOL, SECRET, Instant.EPOCH)).isEmpty();
  }

  @Test
  void there_are_no_more_than_sixteen_and_the_oldest_goes() {
    for (int pool = 0; pool < 17; pool++) {
      cache.keep(URI.create("https://pool" + pool), new TicketCache.Kept(ticket, SECRET, END));
    }

    assertThat(cache).hasToString("16 tickets");
    assertThat(cache.find(URI.create("https://pool0"), SECRET, Instant.EPOCH)).isEmpty();
    assertThat(cache.find(URI.create("https://pool16"), SECRET, Instant.EPOCH)).isPresent();
  }

  @Test
  void what_is_kept_shows_neither_ticket_nor_secret() {
    assertThat(new TicketCache.Kept(ticket, SECRET, END).toString())
        .doesNotContain("Swordfish", "AAEB");
  }

  private static BearerToken token() {
    return ((TokenAnswer.Issued) TokenAnswer.read("{\"access_token\":\"cwt=AAEB\"}")).token();
  }
}
