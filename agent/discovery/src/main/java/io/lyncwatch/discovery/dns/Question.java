package io.lyncwatch.discovery.dns;

import io.lyncwatch.discovery.dns.DnsAnswer.Status;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/**
 * One question as it goes over the wire (RFC 1035 4.1), without EDNS, as phones' stub resolvers and
 * old servers like it.
 *
 * @param id what the answer has to repeat
 * @param type the DNS type code
 * @param recursive whether the server is to find out what it does not know itself
 */
record Question(int id, Name name, int type, boolean recursive) {

  /** A resolver's question for a name, absent if DNS has no way to write that name. */
  static Optional<Question> of(int id, String name, AddressType type) {
    return of(id, name, code(type), true);
  }

  /** Any question, absent if DNS has no way to write that name. */
  static Optional<Question> of(int id, String name, int type, boolean recursive) {
    try {
      return Optional.of(new Question(id, Name.fromString(name, Name.root), type, recursive));
    } catch (TextParseException unspeakable) {
      return Optional.empty();
    }
  }

  private static int code(AddressType type) {
    return switch (type) {
      case A -> Type.A;
      case AAAA -> Type.AAAA;
    };
  }

  /** The message to send. */
  byte[] toWire() {
    Message message = new Message(id);
    if (recursive) {
      message.getHeader().setFlag(Flags.RD);
    }
    message.addRecord(Record.newRecord(name, type, DClass.IN), Section.QUESTION);
    return message.toWire();
  }

  /** Reads what came back; what does not answer this question is {@code MALFORMED}. */
  Received read(byte[] wire) {
    Message message;
    try {
      message = new Message(wire);
    } catch (IOException | RuntimeException undecodable) {
      // hostile bytes make the decoder throw either kind; no decoder bug may end a probe
      return stray("it cannot be decoded");
    }
    Header header = message.getHeader();
    if (header.getID() != id) {
      return stray("it answers another question: its id is not the one sent");
    }
    if (!header.getFlag(Flags.QR)) {
      return stray("it is a question itself");
    }
    return repeats(message)
        ? new Received.Reply(message)
        : stray("it answers another question than the one sent");
  }

  /** A server that could not read the question may answer without it. */
  private boolean repeats(Message message) {
    List<Record> questions = message.getSection(Section.QUESTION);
    if (questions.isEmpty()) {
      return message.getHeader().getRcode() != Rcode.NOERROR;
    }
    Record first = questions.getFirst();
    return questions.size() == 1
        && first.getName().equals(name)
        && first.getType() == type
        && first.getDClass() == DClass.IN;
  }

  private static Received stray(String detail) {
    return new Received.Nothing(Status.MALFORMED, detail);
  }
}
