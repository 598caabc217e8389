package io.lyncwatch.discovery.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import javax.security.auth.x500.X500Principal;
import org.junit.jupiter.api.Test;

class PublicRootsTest {
  private final PublicRoots roots = PublicRoots.shipped();

  @Test
  void the_shipped_list_is_of_a_day_and_has_about_as_many_roots_as_mozilla_trusts() {
    assertThat(roots.asOf()).isAfter(LocalDate.of(2026, 1, 1));
    assertThat(roots.trust().size()).isBetween(80, 250);
  }

  @Test
  void well_known_authorities_are_among_them_and_private_ones_are_not() {
    assertThat(
            roots
                .trust()
                .named(
                    new X500Principal("CN=ISRG Root X1,O=Internet Security Research Group,C=US")))
        .hasSize(1);
    assertThat(roots.trust().named(Issued.root("CN=Root").certificate().getSubjectX500Principal()))
        .isEmpty();
  }
}
