package io.lyncwatch.lab.kerberos;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Optional;

class GssTokenFuzzTest {
  @FuzzTest
  void a_frame_that_is_understood_holds_what_is_framed_again(byte[] token) {
    Optional<byte[]> message = GssToken.message(GssToken.REQUEST, token);

    message.ifPresent(content -> {
      assertThat(content).hasSizeLessThan(token.length);
      byte[] framed = GssToken.of(GssToken.REQUEST, content);
      assertThat(GssToken.message(GssToken.REQUEST, framed).orElseThrow()).isEqualTo(content);
      assertThat(GssToken.message(GssToken.REPLY, framed)).isEmpty();
    });
  }
}
