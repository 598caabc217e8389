package io.lyncwatch.discovery.dns;

import java.net.InetAddress;
import java.util.List;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/** Replies for scripts. */
final class Replies {
  private Replies() {}

  static Message reply(Message query, int rcode, List<Record> answers) {
    Message reply = new Message(query.getHeader().getID());
    reply.getHeader().setFlag(Flags.QR);
    reply.getHeader().setFlag(Flags.RA);
    reply.getHeader().setRcode(rcode);
    reply.addRecord(query.getQuestion(), Section.QUESTION);
    answers.forEach(record -> reply.addRecord(record, Section.ANSWER));
    return reply;
  }

  static Message reply(Message query, Record... answers) {
    return reply(query, 0, List.of(answers));
  }

  static Record a(String name, long ttl, String address) {
    return new ARecord(name(name), DClass.IN, ttl, InetAddress.ofLiteral(address));
  }

  static Record aaaa(String name, long ttl, String address) {
    return new AAAARecord(name(name), DClass.IN, ttl, InetAddress.ofLiteral(address));
  }

  static Record cname(String name, long ttl, String target) {
    return new CNAMERecord(name(name), DClass.IN, ttl, name(target));
  }

  static Name name(String name) {
    return Name.fromConstantString(name + ".");
  }
}
