package io.lyncwatch.benchmark;

import io.lyncwatch.discovery.Deadline;
import io.lyncwatch.discovery.dns.AddressType;
import io.lyncwatch.discovery.dns.DnsAnswer;
import io.lyncwatch.discovery.dns.DnsClient;
import io.lyncwatch.discovery.dns.Resolver;
import io.lyncwatch.discovery.dns.ViewResolvers;
import io.lyncwatch.discovery.http.Network;
import java.net.DatagramPacket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** Listens to the DNS questions that some work asks. */
final class Questions implements DnsClient {
  private final DnsClient client;
  private final List<DatagramPacket> asked = new CopyOnWriteArrayList<>();

  Questions(DnsClient client) {
    this.client = client;
  }

  /** The same network, but the questions are heard here. */
  Network heardIn(Network network) {
    return new Network(
        network.view(),
        new ViewResolvers(
            network.resolvers().resolvers(),
            this,
            network.resolvers().zones(),
            network.resolvers().random()),
        network.connectTo(),
        network.handshaker(),
        network.judge(),
        network.authorities(),
        network.receptions(),
        network.tlsMinimum(),
        network.timeouts(),
        network.clock(),
        network.ticker());
  }

  /** Those heard so far. */
  List<DatagramPacket> asked() {
    return List.copyOf(asked);
  }

  @Override
  public DnsAnswer ask(Resolver resolver, String name, AddressType type, Deadline deadline) {
    byte[] question = wire(name, type);
    asked.add(new DatagramPacket(question, question.length, resolver.address()));
    return client.ask(resolver, name, type, deadline);
  }

  private static byte[] wire(String name, AddressType type) {
    try {
      Message message = new Message();
      message.getHeader().setFlag(Flags.RD);
      message.addRecord(
          Record.newRecord(Name.fromString(name, Name.root), Type.value(type.name()), DClass.IN),
          Section.QUESTION);
      return message.toWire();
    } catch (TextParseException e) {
      throw new IllegalStateException(e);
    }
  }
}
