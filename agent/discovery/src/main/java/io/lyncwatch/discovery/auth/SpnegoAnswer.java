package io.lyncwatch.discovery.auth;

import io.lyncwatch.discovery.tls.Der;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** What a server's NegTokenResp (RFC 4178, section 4.2.2) says to the one mechanism on offer. */
sealed interface SpnegoAnswer {
  /** It goes on with the mechanism, which said this. */
  record Token(Der octets) implements SpnegoAnswer {}

  /**
   * It does not.
   *
   * @param why one clause for people
   */
  record Unusable(String why) implements SpnegoAnswer {}

  /** Reads it. Never throws, whatever came. */
  static SpnegoAnswer read(byte[] text, Spnego.Mechanism offered) {
    List<Der> whole = Der.elements(ByteBuffer.wrap(text));
    if (whole.size() != 1 || whole.getFirst().tag() != 0xa1) {
      return new Unusable("the answer is no SPNEGO message");
    }
    List<Der> sequence = whole.getFirst().parts();
    if (sequence.isEmpty() || sequence.getFirst().tag() != Der.SEQUENCE) {
      return new Unusable("the SPNEGO message is malformed");
    }
    return read(sequence.getFirst().parts(), offered);
  }

  private static SpnegoAnswer read(List<Der> fields, Spnego.Mechanism offered) {
    if (field(fields, 0xa0).filter(SpnegoAnswer::rejects).isPresent()) {
      return new Unusable("the server rejects what Negotiate offers");
    }
    if (field(fields, 0xa1).filter(chosen -> !offered.is(chosen)).isPresent()) {
      return new Unusable("the server chose a mechanism that was not offered");
    }
    return field(fields, 0xa2)
        .<SpnegoAnswer>map(Token::new)
        .orElseGet(() -> new Unusable("the SPNEGO message brings no token"));
  }

  /** NegState 2. */
  private static boolean rejects(Der state) {
    return state.content().remaining() == 1 && state.content().get(0) == 2;
  }

  /** What a field holds below its tag. */
  private static Optional<Der> field(List<Der> fields, int tag) {
    return fields.stream()
        .filter(field -> field.tag() == tag)
        .flatMap(field -> field.parts().stream())
        .findFirst();
  }
}
