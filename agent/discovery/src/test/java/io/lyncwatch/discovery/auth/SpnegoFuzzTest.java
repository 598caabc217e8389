package io.lyncwatch.discovery.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Optional;

class SpnegoFuzzTest {
  @FuzzTest
  void a_token_that_is_read_is_wrapped_as_it_is_read_again(byte[] message) {
    for (Spnego.Mechanism offered : Spnego.Mechanism.values()) {
      switch (SpnegoAnswer.read(message, offered)) {
        case SpnegoAnswer.Unusable(String why) ->
            assertThat(why).isNotBlank().hasSizeLessThan(100).doesNotContainPattern("\\p{Cntrl}");
        case SpnegoAnswer.Token(var read) -> {
          byte[] token = read.bytes();
          assertThat(token).hasSizeLessThan(message.length);
          assertThat(again(Spnego.reply(token, Optional.empty()), offered)).isEqualTo(token);
          assertThat(again(Spnego.reply(token, Optional.of(token)), offered)).isEqualTo(token);
        }
      }
    }
  }

  private static byte[] again(byte[] message, Spnego.Mechanism offered) {
    SpnegoAnswer answer = SpnegoAnswer.read(message, offered);
    assertThat(answer).isInstanceOf(SpnegoAnswer.Token.class);
    return ((SpnegoAnswer.Token) answer).octets().bytes();
  }
}
