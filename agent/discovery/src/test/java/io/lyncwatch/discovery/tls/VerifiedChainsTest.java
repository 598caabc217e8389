package io.lyncwatch.discovery.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VerifiedChainsTest {
  private static final Issued ROOT = Issued.root("CN=Root");
  private static final Issued NAMESAKE = Issued.root("CN=Root");
  private static final Issued LEAF = Issued.named("CN=web").by(ROOT).issue();

  private final VerifiedChains verdicts = new VerifiedChains();

  @Test
  void a_chain_is_judged_alike_however_often_and_whenever_it_is_met() {
    Chain good = chain(LEAF, ROOT);
    Chain forged = chain(LEAF, NAMESAKE);

    assertThat(verdicts.flaw(good, Issued.NOW)).isEmpty();
    assertThat(verdicts.flaw(forged, Issued.NOW)).isPresent();
    assertThat(verdicts.flaw(good, Issued.END.plusSeconds(1))).isEmpty();
    assertThat(verdicts.flaw(forged, Issued.END.plusSeconds(1)))
        .isEqualTo(verdicts.flaw(forged, Issued.NOW));
  }

  @Test
  void a_flood_of_chains_drives_out_others_but_changes_no_verdict() {
    Chain forged = chain(LEAF, NAMESAKE);
    verdicts.flaw(forged, Issued.NOW);

    IntStream.range(0, 300)
        .mapToObj(i -> Issued.named("CN=web" + i).by(ROOT).issue())
        .forEach(leaf -> assertThat(verdicts.flaw(chain(leaf, ROOT), Issued.NOW)).isEmpty());

    assertThat(verdicts.flaw(forged, Issued.NOW)).isPresent();
  }

  private static Chain chain(Issued leaf, Issued root) {
    return new Chain(List.of(leaf.certificate()), root.certificate());
  }
}
