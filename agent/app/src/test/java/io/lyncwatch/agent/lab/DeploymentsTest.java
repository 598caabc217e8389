package io.lyncwatch.agent.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.report.Facts;
import io.lyncwatch.discovery.report.Outcome;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.lab.Lab;
import io.lyncwatch.lab.LabSettings;
import io.lyncwatch.lab.TopologyKind;
import io.lyncwatch.lab.world.Generation;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The agent signs in to every deployment that the lab can be. */
class DeploymentsTest {
  private static final String ALICE = "alice@contoso.example";

  @ParameterizedTest
  @EnumSource
  void a_user_signs_in_whatever_the_topology(TopologyKind topology) throws IOException {
    signsIn(LabSettings.defaults().withTopology(topology));
  }

  @ParameterizedTest
  @EnumSource
  void a_user_signs_in_whatever_the_generation(Generation generation) throws IOException {
    signsIn(LabSettings.defaults().withGeneration(generation));
  }

  @Test
  void a_user_at_a_hoster_signs_in_where_the_hosters_zone_is_trusted() throws IOException {
    LabSettings hybrid = LabSettings.defaults().withTopology(TopologyKind.HYBRID);
    try (Lab lab = Lab.start(hybrid)) {
      Walker walker = new Walker(lab, List.of("contoso.example", "online.example"));
      for (View view : List.of(View.INTERNAL, View.EXTERNAL)) {
        Report report = walker.signIn(view, "erin@contoso.example");
        assertThat(report.outcome()).as(report.summary()).isEqualTo(Outcome.SUCCESS);
        assertThat(((Facts.SignIn) report.facts()).home())
            .contains(new Facts.HomePool("webdir01.online.example", "External"));
      }
    }
  }

  private static void signsIn(LabSettings settings) throws IOException {
    try (Lab lab = Lab.start(settings)) {
      Walker walker = new Walker(lab);
      for (View view : List.of(View.INTERNAL, View.EXTERNAL)) {
        Report report = walker.signIn(view, ALICE);
        assertThat(report.outcome()).as(report.summary()).isEqualTo(Outcome.SUCCESS);
        assertThat(report.findings()).isEmpty();
      }
    }
  }
}
