package io.lyncwatch.lab.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;

class RequestHeadFuzzTest {
  @FuzzTest
  void a_head_is_read_no_further_than_its_end_and_is_the_last_one_if_it_is_made_so(byte[] sent) {
    ByteArrayInputStream in = new ByteArrayInputStream(sent);
    try {
      RequestHead head = RequestHead.read(in);
      assertThat(head.text()).endsWith("\r\n\r\n").hasSize(sent.length - in.available());
      assertThat(head.bodyLength()).isBetween(0L, 999_999_999L);
      assertThat(head.path()).doesNotContain(" ");
      assertThat(head.host()).isLowerCase();
      RequestHead last = RequestHead.read(new ByteArrayInputStream(bytes(head.asLast())));
      assertThat(last.path()).isEqualTo(head.path());
      assertThat(last.host()).isEqualTo(head.host());
      assertThat(last.bodyLength()).isEqualTo(head.bodyLength());
    } catch (IOException refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
  }

  private static byte[] bytes(RequestHead head) {
    return head.text().getBytes(ISO_8859_1);
  }
}
