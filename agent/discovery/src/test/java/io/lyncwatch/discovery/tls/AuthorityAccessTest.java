package io.lyncwatch.discovery.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AuthorityAccessTest {
  @Test
  void all_places_are_given_in_the_order_of_the_certificate() {
    Issued issued =
        Issued.named("CN=web").issuerAt("ldap:///CN=x").issuerAt("http://pki.example/x").issue();

    assertThat(AuthorityAccess.issuers(issued.certificate()))
        .containsExactly("ldap:///CN=x", "http://pki.example/x");
  }

  @Test
  void a_certificate_may_name_no_place() {
    assertThat(AuthorityAccess.issuers(Issued.named("CN=web").issue().certificate())).isEmpty();
  }

  @Test
  void damaged_text_ends_where_it_is_damaged() {
    Random random = new Random(20_261_127);
    for (int i = 0; i < 10_000; i++) {
      byte[] text = new byte[random.nextInt(40)];
      random.nextBytes(text);
      for (Der element : Der.elements(ByteBuffer.wrap(text))) {
        assertThat(element.bytes().length).isLessThanOrEqualTo(text.length - 2);
        element.parts().forEach(part -> assertThat(part.parts()).hasSizeLessThan(40));
      }
    }
  }
}
