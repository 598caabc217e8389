package io.lyncwatch.agent.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Everything that {@link FaultSweepTest} has a sample of: some ten minutes, so that it is no part
 * of the build but run by its own command. Leaves a table in {@code target/fault-sweep.txt}.
 */
class WholeFaultSweep {
  private final FaultSweep sweep = new FaultSweep();

  @Test
  void every_fault_is_told_alone_and_beside_every_other() throws IOException {
    try {
      sweep.alone();
      sweep.allPairs();
      sweep.healthy();
    } finally {
      Files.writeString(Path.of("target", "fault-sweep.txt"), sweep.toString());
    }
    assertThat(sweep.wrong()).isEmpty();
  }
}
