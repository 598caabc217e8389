package io.lyncwatch.discovery.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.Deadline;
import io.lyncwatch.discovery.Ticker;
import io.lyncwatch.discovery.auth.KerberosAnswer.Obstacle;
import io.lyncwatch.discovery.auth.KerberosAnswer.Refused;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class KerberosSignOnTest {
  private final KerberosSignOn signOn =
      new KerberosSignOn(
          new KerberosSettings(
              new Realm("CONTOSO.EXAMPLE", List.of("127.0.0.1:1")),
              Optional.empty(),
              Optional.empty()),
          new Credential(new UserName("CONTOSO", "alice"), new Secret("secret")));

  @Test
  void who_waits_for_others_all_the_time_has_asked_nobody() {
    KerberosSignOn.TURN.lock();
    try {
      assertThat(ask(Duration.ofMillis(50))).isEqualTo(Obstacle.BUSY);
    } finally {
      KerberosSignOn.TURN.unlock();
    }
  }

  @Test
  void who_has_its_turn_and_nobody_to_ask_says_so() {
    assertThat(ask(Duration.ofSeconds(30))).isEqualTo(Obstacle.UNREACHABLE);
  }

  private Obstacle ask(Duration time) {
    KerberosAnswer answer =
        signOn.token("pool.contoso.example", Optional.empty(), Deadline.in(time, Ticker.SYSTEM));
    assertThat(answer).isInstanceOf(Refused.class);
    return ((Refused) answer).obstacle();
  }
}
