package io.lyncwatch.discovery.dns;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.InetAddress;

/** Whatever comes back over DNS is an answer within bounds, or none and called so. */
class ReplyFuzzTest {
  private static final int ID = 0x1234;

  @FuzzTest
  void an_answer_has_addresses_of_the_kind_that_was_asked_for(byte[] wire) {
    for (AddressType type : AddressType.values()) {
      Question question = Question.of(ID, "lyncdiscover.contoso.example", type).orElseThrow();
      switch (question.read(wire)) {
        case Received.Nothing(var status, String detail) ->
            assertThat(status + detail)
                .hasSizeLessThan(100)
                .doesNotContainPattern("[\\p{C}\\p{Zl}\\p{Zp}]");
        case Received.Reply(var message) -> assertBounded(Said.by(message, question), type);
      }
    }
  }

  private static void assertBounded(Said said, AddressType type) {
    assertThat(said.addresses())
        .hasSizeLessThanOrEqualTo(64)
        .allSatisfy(address ->
            // one that is mapped into IPv6 is that of IPv4 again
            assertThat(address.getAddress().length).isIn(4, type == AddressType.A ? 4 : 16))
        .extracting(InetAddress::getHostAddress)
        .doesNotContainNull();
    assertThat(said.aliases())
        .hasSizeLessThanOrEqualTo(16)
        .doesNotHaveDuplicates()
        .allSatisfy(alias ->
            assertThat(alias)
                .hasSizeLessThan(1100)
                .doesNotContainPattern("[\\p{C}\\p{Zl}\\p{Zp}]"));
    said.ttlSeconds().ifPresent(ttl -> assertThat(ttl).isBetween(0L, 0xffff_ffffL));
    assertThat(said.detail()).hasSizeLessThan(100);
    assertThat(said.addresses().isEmpty()).isEqualTo(said.status() != DnsAnswer.Status.ADDRESSES);
  }
}
