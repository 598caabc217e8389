package io.lyncwatch.discovery.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ServedOrderTest {
  private static final Issued ROOT = Issued.root("CN=Root");
  private static final Issued ISSUING = Issued.named("CN=Issuing").by(ROOT).authority().issue();
  private static final Issued LEAF = Issued.named("CN=web").by(ISSUING).issue();

  @Test
  void each_certificate_followed_by_its_issuers_is_right_with_or_without_the_root() {
    assertThat(flaw(LEAF, ISSUING)).isEmpty();
    assertThat(flaw(LEAF, ISSUING, ROOT)).isEmpty();
    assertThat(flaw(LEAF)).isEmpty();
  }

  @Test
  void the_first_that_stands_wrong_is_named() {
    assertThat(flaw(LEAF, ROOT, ISSUING))
        .contains("CN=Root follows a certificate that it did not issue");
  }

  @Test
  void a_certificate_that_belongs_to_another_chain_is_named() {
    assertThat(flaw(LEAF, ISSUING, Issued.root("CN=Stranger")))
        .contains("CN=Stranger follows a certificate that it did not issue");
  }

  @Test
  void a_repetition_is_named_as_such() {
    assertThat(flaw(LEAF, LEAF, ISSUING)).contains("CN=web is sent twice");
  }

  private static Optional<String> flaw(Issued... served) {
    return ServedOrder.flaw(Stream.of(served).map(Issued::certificate).toList());
  }
}
