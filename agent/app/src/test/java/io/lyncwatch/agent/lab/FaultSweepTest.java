package io.lyncwatch.agent.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Two faults at once are told by one of the two, and by nothing else. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the lab's firewall drops connections there only")
class FaultSweepTest {
  private final FaultSweep sweep = new FaultSweep();

  @Test
  void each_fault_is_told_beside_the_one_half_a_table_further_on() {
    List<KnownFault> faults = sweep.faults();
    int half = faults.size() / 2;
    sweep.pairs(
        IntStream.range(0, half)
            .mapToObj(i -> new FaultPair(faults.get(i), faults.get(i + half)))
            .toList());
    assertThat(sweep.wrong()).isEmpty();
  }

  /** Two that lie on one way, of which the first hides or changes what the second shows. */
  @Test
  void one_of_two_faults_that_meet_at_one_place_explains_what_follows_from_it() {
    List<FaultPair> leftOut =
        sweep.pairs(
            List.of(
                pair("rewrite-missing", "application-stopped"),
                pair("records-missing", "secondary-stale"),
                pair("bridged-to-443", "https-not-published"),
                pair("intermediate-missing", "wrong-application"),
                pair("mobility-inside", "wildcard-record"),
                pair("wrong-application", "cname-foreign")));
    assertThat(leftOut).isEmpty();
    assertThat(sweep.wrong()).isEmpty();
  }

  private FaultPair pair(String one, String other) {
    return new FaultPair(fault(one), fault(other));
  }

  private KnownFault fault(String name) {
    return sweep.faults().stream()
        .filter(fault -> fault.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
