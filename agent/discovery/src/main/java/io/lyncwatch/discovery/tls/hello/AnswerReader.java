package io.lyncwatch.discovery.tls.hello;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Reads the beginning of an answer, which is an alert or a ServerHello (RFC 8446, section 4.1.3).
 * Only mere warnings may come before it, and a record holds 16 KiB at most, so this reads no more
 * than a few of them.
 */
final class AnswerReader {
  private static final int ALERT_RECORD = 21;
  private static final int HANDSHAKE_RECORD = 22;
  private static final int SERVER_HELLO = 2;
  private static final int LARGEST_RECORD = 1 << 14;
  private static final int RANDOM = 32;
  private static final int SUPPORTED_VERSIONS = 43;

  private static final int WARNING = 1;
  private static final int CLOSE_NOTIFY = 0;
  private static final int MOST_WARNINGS = 3;

  private AnswerReader() {}

  /**
   * @throws IOException if the connection fails before the answer is there
   */
  static Answer read(InputStream in) throws IOException {
    DataInputStream data = new DataInputStream(in);
    try {
      Optional<Answer> answer = Optional.empty();
      for (int warnings = 0; answer.isEmpty() && warnings <= MOST_WARNINGS; warnings++) {
        answer = record(data);
      }
      return answer.orElseGet(AnswerReader::notTls);
    } catch (EOFException e) {
      return new Answer.Refused("closed the connection");
    } catch (BufferUnderflowException | IllegalArgumentException damaged) {
      return notTls();
    }
  }

  /** Empty for a warning, as some servers send if they do not know the name. */
  private static Optional<Answer> record(DataInputStream data) throws IOException {
    int type = data.readUnsignedByte();
    int version = data.readUnsignedShort();
    int length = data.readUnsignedShort();
    if (version >>> 8 != 3 || length == 0 || length > LARGEST_RECORD) {
      return Optional.of(notTls());
    }
    byte[] content = new byte[length];
    data.readFully(content);
    return switch (type) {
      case ALERT_RECORD -> alert(ByteBuffer.wrap(content));
      case HANDSHAKE_RECORD -> Optional.of(message(ByteBuffer.wrap(content)));
      default -> Optional.of(notTls());
    };
  }

  private static Optional<Answer> alert(ByteBuffer content) {
    int level = unsigned(content);
    int alert = unsigned(content);
    return level == WARNING && alert != CLOSE_NOTIFY
        ? Optional.empty()
        : Optional.of(new Answer.Refused("refused with alert " + alert));
  }

  private static Answer message(ByteBuffer content) {
    if (unsigned(content) != SERVER_HELLO) {
      return notTls();
    }
    skip(content, 3);
    int legacy = number(content);
    skip(content, RANDOM);
    skip(content, unsigned(content));
    int suite = number(content);
    skip(content, 1);
    return TlsVersion.of(selected(content).orElse(legacy))
        .<Answer>map(version -> new Answer.Agreed(version, CipherSuite.of(suite)))
        .orElseGet(AnswerReader::notTls);
  }

  /** The version that TLS 1.3 is told by. */
  private static Optional<Integer> selected(ByteBuffer content) {
    if (!content.hasRemaining()) {
      return Optional.empty();
    }
    ByteBuffer extensions = part(content, number(content));
    while (extensions.hasRemaining()) {
      int type = number(extensions);
      ByteBuffer extension = part(extensions, number(extensions));
      if (type == SUPPORTED_VERSIONS) {
        return Optional.of(number(extension));
      }
    }
    return Optional.empty();
  }

  private static ByteBuffer part(ByteBuffer content, int length) {
    ByteBuffer part = content.slice(content.position(), Math.min(length, content.remaining()));
    content.position(content.position() + part.remaining());
    return part;
  }

  private static void skip(ByteBuffer content, int length) {
    content.position(content.position() + length);
  }

  private static int unsigned(ByteBuffer content) {
    return content.get() & 0xff;
  }

  private static int number(ByteBuffer content) {
    return content.getShort() & 0xffff;
  }

  private static Answer notTls() {
    return new Answer.Refused("answered with something that is not TLS");
  }
}
