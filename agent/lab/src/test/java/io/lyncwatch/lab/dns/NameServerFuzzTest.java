package io.lyncwatch.lab.dns;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Optional;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;

/** Whatever comes over DNS is answered or passed over, and the server lives on. */
class NameServerFuzzTest {
  @FuzzTest
  void any_message_is_answered_by_its_number_or_not_at_all(byte[] wire) throws IOException {
    Zone zone = new Zone();
    zone.apex("contoso.example", InetAddress.getLoopbackAddress());
    zone.alias("a.contoso.example", "b.contoso.example");
    zone.alias("b.contoso.example", "a.contoso.example");
    zone.wildcard("contoso.example", InetAddress.getLoopbackAddress());
    NameServerPlan plan =
        new NameServerPlan(InetAddress.getLoopbackAddress(), View.EXTERNAL, zone, Authority.OWN);
    try (NameServer server = NameServer.bind(plan, 0, question -> {})) {
      for (Question.Transport transport : Question.Transport.values()) {
        Optional<byte[]> answer = server.answer(wire, transport);
        if (answer.isPresent()) {
          assertThat(answer.get()[0]).isEqualTo(wire[0]);
          assertThat(answer.get()[1]).isEqualTo(wire[1]);
          assertThat(new Message(answer.get()).getHeader().getFlag(Flags.QR)).isTrue();
        }
      }
    }
  }
}
