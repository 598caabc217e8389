package io.lyncwatch.lab.kerberos;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.lab.directory.User;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.apache.kerby.kerberos.kerb.KrbException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a web server makes of tickets. */
class AcceptorTest {
  private static final String POOL = "pool01.corp.contoso.example";
  private static final String OTHER = "pool02.corp.contoso.example";
  private static final User ALICE =
      new User("alice@contoso.example", "CONTOSO", "alice", "Pässword 1", true, Optional.of(POOL));

  private final Realm realm =
      new Realm("corp.contoso.example", List.of(ALICE), Set.of(POOL, OTHER), new Random(1));
  private final Acceptor acceptor = realm.acceptor(Set.of(POOL));

  @Test
  void a_ticket_tells_who_comes_whom_for_and_over_which_channel() throws KrbException {
    byte[] binding = new byte[16];
    Arrays.fill(binding, (byte) 7);

    assertThat(acceptor.accept(new TestingTicket(realm).boundTo(binding).token()))
        .hasValueSatisfying(accepted -> {
          assertThat(accepted.user()).isEqualTo(ALICE);
          assertThat(accepted.service()).isEqualTo("HTTP/" + POOL);
          assertThat(accepted.binding().orElseThrow()).isEqualTo(binding);
          assertThat(accepted.reply()).isPresent();
        });
  }

  @Test
  void a_client_that_binds_nothing_and_wants_no_proof_gets_none() throws KrbException {
    assertThat(acceptor.accept(new TestingTicket(realm).askingForNoProof().token()))
        .hasValueSatisfying(accepted -> {
          assertThat(accepted.binding()).isEmpty();
          assertThat(accepted.reply()).isEmpty();
        });
  }

  @Test
  void a_proof_is_good_once() throws KrbException {
    byte[] token = new TestingTicket(realm).token();

    assertThat(acceptor.accept(token)).isPresent();
    assertThat(acceptor.accept(token)).isEmpty();
  }

  @Test
  void a_ticket_for_another_server_is_refused() throws KrbException {
    assertRefused(new TestingTicket(realm).saying("HTTP/" + OTHER).sealedFor("HTTP/" + OTHER));
    assertRefused(new TestingTicket(realm).sealedFor("HTTP/" + OTHER));
  }

  @Test
  void a_ticket_that_has_ended_is_refused() throws KrbException {
    assertRefused(new TestingTicket(realm).ending(Instant.now().minus(Duration.ofMinutes(10))));
  }

  @ParameterizedTest
  @ValueSource(longs = {-10, 10})
  void a_proof_of_another_time_is_refused(long minutes) throws KrbException {
    assertRefused(new TestingTicket(realm).made(Instant.now().plus(Duration.ofMinutes(minutes))));
  }

  @Test
  void somebody_whom_the_realm_does_not_know_is_refused() throws KrbException {
    assertRefused(new TestingTicket(realm).of("mallory"));
  }

  /** Seeded, so that a failure comes again. */
  @Test
  void a_token_with_any_bit_turned_breaks_nothing() throws KrbException {
    byte[] right = new TestingTicket(realm).token();
    Random random = new Random(42);
    for (int i = 0; i < 500; i++) {
      byte[] wrong = right.clone();
      wrong[random.nextInt(wrong.length)] ^= (byte) (1 << random.nextInt(8));
      acceptor.accept(Arrays.copyOf(wrong, 1 + random.nextInt(wrong.length)));
      acceptor.accept(wrong);
    }
    for (int length = 0; length < right.length; length++) {
      assertThat(acceptor.accept(Arrays.copyOf(right, length))).isEmpty();
    }
  }

  /** The sealed proof is what stands last. */
  @Test
  void a_proof_with_any_bit_turned_proves_nothing() throws KrbException {
    byte[] right = new TestingTicket(realm).token();
    for (int bit = 0; bit < 8 * 64; bit++) {
      byte[] wrong = right.clone();
      wrong[wrong.length - 1 - bit / 8] ^= (byte) (1 << bit % 8);

      assertThat(acceptor.accept(wrong)).as("bit %d from the end", bit).isEmpty();
    }
    assertThat(acceptor.accept(right)).as("the test turned bits of a good one").isPresent();
  }

  @Test
  void a_keytab_names_the_account_and_holds_a_key_of_each_kind() {
    byte[] keytab = realm.keytab(ALICE);
    String text = new String(keytab, ISO_8859_1);

    assertThat(keytab).startsWith(5, 2);
    assertThat(text.split("CORP.CONTOSO.EXAMPLE", -1)).hasSize(1 + Realm.ENCRYPTION.size());
    assertThat(text).contains("alice");
  }

  private void assertRefused(TestingTicket ticket) throws KrbException {
    assertThat(acceptor.accept(ticket.token())).isEmpty();
  }
}
