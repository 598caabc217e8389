package io.lyncwatch.lab.dns;

import java.util.List;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/**
 * Turns a query into the answer that a resolver gives from one view, which may at the same time be
 * authoritative for its domains, as domain controllers are. RFC 1034 4.3.2.
 */
final class Answers {
  /** Says with RFC 6891 how much the server takes in one datagram, the figure of DNS flag day. */
  private static final int OWN_PAYLOAD = 1232;

  /** No chain in the lab is longer; ends a circle of aliases. */
  private static final int MOST_ALIASES = 8;

  private final Zone zone;
  private final Authority authority;

  Answers(Zone zone, Authority authority) {
    this.zone = zone;
    this.authority = authority;
  }

  Message answer(Message query) {
    Message answer = new Message(query.getHeader().getID());
    Header header = answer.getHeader();
    header.setFlag(Flags.QR);
    header.setFlag(Flags.RA);
    header.setOpcode(query.getHeader().getOpcode());
    if (query.getHeader().getFlag(Flags.RD)) {
      header.setFlag(Flags.RD);
    }
    List<Record> questions = query.getSection(Section.QUESTION);
    if (query.getHeader().getOpcode() != Opcode.QUERY) {
      header.setRcode(Rcode.NOTIMP);
    } else if (questions.size() != 1) {
      header.setRcode(Rcode.FORMERR);
    } else {
      fill(answer, questions.getFirst());
    }
    if (query.getOPT() != null) {
      answer.addRecord(new OPTRecord(OWN_PAYLOAD, 0, 0), Section.ADDITIONAL);
    }
    return answer;
  }

  private void fill(Message answer, Record question) {
    answer.addRecord(question, Section.QUESTION);
    if (question.getDClass() != DClass.IN) {
      answer.getHeader().setRcode(Rcode.REFUSED);
      return;
    }
    if (authority == Authority.OWN && zone.holds(question.getName())) {
      answer.getHeader().setFlag(Flags.AA);
    }
    Name end = followAliases(answer, question);
    List<Record> found = zone.of(end, question.getType());
    found.forEach(record -> answer.addRecord(record, Section.ANSWER));
    if (found.isEmpty()) {
      answer.addRecord(zone.soa(end), Section.AUTHORITY);
      answer.getHeader().setRcode(zone.denies(end) ? Rcode.NXDOMAIN : Rcode.NOERROR);
    }
  }

  private Name followAliases(Message answer, Record question) {
    Name name = question.getName();
    for (int i = 0; i < MOST_ALIASES && question.getType() != Type.CNAME; i++) {
      List<Record> aliases = zone.of(name, Type.CNAME);
      if (aliases.isEmpty()) {
        break;
      }
      CNAMERecord alias = (CNAMERecord) aliases.getFirst();
      answer.addRecord(alias, Section.ANSWER);
      name = alias.getTarget();
    }
    return name;
  }
}
