package io.lyncwatch.discovery.dns;

import io.lyncwatch.discovery.Deadline;
import java.net.InetSocketAddress;
import org.xbill.DNS.Flags;

/**
 * What came of one question to one server.
 *
 * @param retransmits how often it was sent again over UDP
 * @param overTcp whether the answer came over TCP because the one over UDP was truncated
 */
record Heard(Received received, int retransmits, boolean overTcp) {
  /** Asks over UDP, then over TCP if the answer is truncated (RFC 1123 6.1.3.2). */
  static Heard from(
      InetSocketAddress server, Question question, Patience patience, Deadline deadline) {
    UdpExchange udp = new UdpExchange(question);
    Received received = udp.ask(server, patience, deadline);
    boolean truncated =
        received instanceof Received.Reply(var message) && message.getHeader().getFlag(Flags.TC);
    if (truncated) {
      received = TcpExchange.ask(server, question, deadline);
    }
    boolean overTcp = truncated && received instanceof Received.Reply;
    return new Heard(received, udp.retransmits(), overTcp);
  }
}
