package io.lyncwatch.agent.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.report.Facts;
import io.lyncwatch.discovery.report.Outcome;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.lab.Lab;
import io.lyncwatch.lab.LabSettings;
import io.lyncwatch.lab.TopologyKind;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A user whom the company has moved to a hoster. */
class HybridTest {
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
}
