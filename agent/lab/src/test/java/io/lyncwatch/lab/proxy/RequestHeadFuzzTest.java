package io.lyncwatch.lab.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

class RequestHeadFuzzTest {
  @FuzzTest
  void a_head_is_read_no_further_than_its_end_and_is_the_last_one_if_it_is_made_so(byte[] sent)
      throws IOException {
    ByteArrayInputStream in = new ByteArrayInputStream(sent);
    RequestHead head;
    try {
      head = RequestHead.read(in);
    } catch (IOException refused) {
      assertThat(refused.getMessage()).isNotBlank();
      return;
    }
    assertThat(head.text()).endsWith("\r\n\r\n").hasSize(sent.length - in.available());
    assertThat(head.bodyLength()).isBetween(0L, 999_999_999L);
    assertThat(head.path()).doesNotContain(" ");
    assertThat(head.host()).isLowerCase();
    assertLast(head.asLast(), head);
  }

  private static void assertLast(RequestHead last, RequestHead head) throws IOException {
    assertThat(connectionHeaders(last)).containsExactly("Connection: close");
    RequestHead again =
        RequestHead.read(new ByteArrayInputStream(last.text().getBytes(ISO_8859_1)));
    assertThat(again).isEqualTo(last);
    assertThat(again.path()).isEqualTo(head.path());
    assertThat(again.host()).isEqualTo(head.host());
    assertThat(again.bodyLength()).isEqualTo(head.bodyLength());
  }

  private static List<String> connectionHeaders(RequestHead head) {
    return head.text()
        .lines()
        .skip(1)
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("connection:"))
        .toList();
  }
}
