package io.lyncwatch.agent.change;

import static io.lyncwatch.agent.change.Sample.homedOn;
import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.report.Change;
import org.junit.jupiter.api.Test;

class HomePoolWatchTest {
  private final Observed account = new Observed(Sample.ACCOUNT);

  @Test
  void a_moved_account_is_told_once() {
    assertThat(account.after(homedOn("pool01.example"))).isEmpty();

    assertThat(account.after(homedOn("pool02.example")))
        .containsExactly(new Change.HomePool("alice", "pool01.example", "pool02.example"));
    assertThat(account.after(homedOn("pool02.example"))).isEmpty();
  }

  @Test
  void a_walk_that_did_not_come_so_far_changes_nothing() {
    account.after(homedOn("pool01.example"));

    assertThat(account.after(Sample.notCome())).isEmpty();
    assertThat(account.after(homedOn("pool01.example"))).isEmpty();
  }
}
