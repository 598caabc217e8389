package io.lyncwatch.discovery.revocation;

import static io.lyncwatch.discovery.revocation.TestingAuthority.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;

/**
 * A revocation list from the wire never throws, and is believed as its authority signed it only.
 */
class ListFuzzTest {
  private static final TestingAuthority CA = new TestingAuthority("CN=Issuing");
  private static final X509Certificate LEAF = CA.leaf();
  private static final byte[] SIGNED = CA.list(Duration.ofDays(7), LEAF, CA.leaf());

  @FuzzTest
  void what_the_authority_did_not_sign_is_no_list(byte[] content) {
    assertThat(listing(content)).isInstanceOf(Listing.Useless.class);
  }

  @FuzzTest
  void a_list_with_a_byte_changed_is_not_believed(FuzzedDataProvider data) {
    byte[] changed = Arrays.copyOf(SIGNED, SIGNED.length);
    while (data.remainingBytes() > 0) {
      int at = data.consumeInt(0, changed.length - 1);
      changed[at] = data.consumeByte();
    }

    assertThat(listing(changed) instanceof Listing.Valid)
        .as("believed")
        .isEqualTo(Arrays.equals(changed, SIGNED));
  }

  private static Listing listing(byte[] content) {
    return ListCheck.of(
        new Issued(LEAF, CA.certificate()), content, "http://pki.example/ca.crl", NOW);
  }
}
