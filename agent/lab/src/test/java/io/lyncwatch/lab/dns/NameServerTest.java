package io.lyncwatch.lab.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

class NameServerTest {
  private final Zone zone = new Zone();
  private final List<Question> seen = new CopyOnWriteArrayList<>();
  private NameServer server;

  @BeforeEach
  void open() throws IOException {
    zone.apex("contoso.example", InetAddress.getByName("127.0.53.1"));
    zone.address("web.contoso.example", InetAddress.getByName("127.0.2.1"));
    zone.address("web.contoso.example", InetAddress.getByName("2001:db8::1"));
    zone.alias("alias.contoso.example", "web.contoso.example");
    zone.alias("dangling.contoso.example", "gone.contoso.example");
    zone.address("a.deep.contoso.example", InetAddress.getByName("127.0.2.2"));
    for (int i = 0; i < 100; i++) {
      zone.address("many.contoso.example", InetAddress.getByName("127.0.3." + i));
    }
    server = NameServer.bind(plan(View.EXTERNAL), 0, seen::add);
    server.start();
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  @Test
  void an_address_is_the_same_over_udp_and_tcp() throws IOException {
    Message query = query("WEB.contoso.example", Type.A);
    assertThat(udp(query).getSection(Section.ANSWER))
        .singleElement()
        .extracting(Record::rdataToString)
        .isEqualTo("127.0.2.1");
    assertThat(tcp(query).getSection(Section.ANSWER)).hasSize(1);
    assertThat(seen)
        .containsExactly(
            new Question(View.EXTERNAL, "web.contoso.example", "A", Question.Transport.UDP),
            new Question(View.EXTERNAL, "web.contoso.example", "A", Question.Transport.TCP));
  }

  @Test
  void an_alias_comes_with_what_it_leads_to() throws IOException {
    assertThat(udp(query("alias.contoso.example", Type.AAAA)).getSection(Section.ANSWER))
        .extracting(Record::rdataToString)
        .containsExactly("web.contoso.example.", "2001:db8:0:0:0:0:0:1");
  }

  @Test
  void an_alias_to_nothing_is_a_name_error_that_keeps_the_alias() throws IOException {
    Message answer = udp(query("dangling.contoso.example", Type.A));
    assertThat(answer.getRcode()).isEqualTo(Rcode.NXDOMAIN);
    assertThat(answer.getSection(Section.ANSWER)).hasSize(1);
  }

  @Test
  void a_denial_carries_the_soa_of_the_domain() throws IOException {
    Message absent = udp(query("gone.contoso.example", Type.A));
    assertThat(absent.getRcode()).isEqualTo(Rcode.NXDOMAIN);
    assertThat(absent.getSection(Section.AUTHORITY))
        .singleElement()
        .extracting(soa -> soa.getName().toString())
        .isEqualTo("contoso.example.");
    Message noData = udp(query("deep.contoso.example", Type.A));
    assertThat(noData.getRcode()).isEqualTo(Rcode.NOERROR);
    assertThat(noData.getSection(Section.AUTHORITY)).hasSize(1);
    assertThat(udp(query("www.elsewhere.example", Type.A)).getRcode()).isEqualTo(Rcode.NXDOMAIN);
  }

  @Test
  void a_long_answer_is_truncated_over_udp_and_whole_over_tcp() throws IOException {
    Message query = query("many.contoso.example", Type.A);
    assertThat(udp(query).getHeader().getFlag(Flags.TC)).isTrue();
    Message whole = tcp(query);
    assertThat(whole.getHeader().getFlag(Flags.TC)).isFalse();
    assertThat(whole.getSection(Section.ANSWER)).hasSize(100);
  }

  @Test
  void a_client_that_takes_large_datagrams_gets_them() throws IOException {
    Message query = query("many.contoso.example", Type.A);
    query.addRecord(new OPTRecord(4096, 0, 0), Section.ADDITIONAL);
    assertThat(udp(query).getSection(Section.ANSWER)).hasSize(100);
  }

  @Test
  void one_tcp_connection_carries_several_questions() throws IOException {
    try (Socket socket = connect()) {
      for (int i = 0; i < 3; i++) {
        assertThat(ask(socket, query("web.contoso.example", Type.A)).getRcode())
            .isEqualTo(Rcode.NOERROR);
      }
    }
  }

  @Test
  void a_server_that_was_not_started_is_silent_on_bound_ports() throws IOException {
    try (NameServer dead = NameServer.bind(plan(View.INTERNAL), 0, seen::add);
        DatagramSocket socket = new DatagramSocket()) {
      socket.setSoTimeout(50);
      byte[] wire = query("web.contoso.example", Type.A).toWire();
      socket.send(new DatagramPacket(wire, wire.length, dead.address()));
      assertThatThrownBy(() -> socket.receive(new DatagramPacket(new byte[512], 512)))
          .isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void damaged_questions_do_not_stop_the_server() throws IOException {
    Random random = new Random(20100711);
    try (DatagramSocket socket = new DatagramSocket()) {
      for (int i = 0; i < 2000; i++) {
        byte[] wire = query("web.contoso.example", Type.A).toWire();
        for (int j = 0; j <= i % 4; j++) {
          wire[random.nextInt(wire.length)] = (byte) random.nextInt(256);
        }
        int length = i % 3 == 0 ? random.nextInt(wire.length) : wire.length;
        socket.send(new DatagramPacket(wire, length, server.address()));
        if (i % 20 == 0) {
          assertThat(udp(query("web.contoso.example", Type.A)).getRcode()).isZero();
        }
      }
    }
  }

  @Test
  void a_domain_has_its_serial_and_its_name_servers() throws IOException {
    zone.nameServer(InetAddress.getByName("127.0.53.3"));
    zone.advance();

    assertThat(udp(query("contoso.example", Type.SOA)).getSection(Section.ANSWER))
        .singleElement()
        .extracting(record -> ((SOARecord) record).getSerial())
        .isEqualTo(2026010102L);
    assertThat(udp(query("contoso.example", Type.NS)).getSection(Section.ANSWER))
        .extracting(Record::rdataToString)
        .containsExactly("ns1.contoso.example.", "ns2.contoso.example.");
    assertThat(udp(query("ns2.contoso.example", Type.A)).getSection(Section.ANSWER))
        .extracting(Record::rdataToString)
        .containsExactly("127.0.53.3");
  }

  @Test
  void a_copy_of_a_zone_keeps_what_is_changed_in_the_original() throws IOException {
    Zone copy = zone.copy();
    zone.remove("web.contoso.example");
    zone.advance();
    NameServerPlan plan =
        new NameServerPlan(
            InetAddress.getLoopbackAddress(), View.EXTERNAL, copy, Authority.HEARSAY);
    server.close();
    server = NameServer.bind(plan, 0, seen::add);
    server.start();

    assertThat(udp(query("web.contoso.example", Type.A)).getSection(Section.ANSWER)).hasSize(1);
  }

  @Test
  void only_an_authoritative_server_speaks_with_authority_and_only_of_its_own_domains()
      throws IOException {
    assertThat(speaksWithAuthority("web.contoso.example")).isTrue();
    assertThat(speaksWithAuthority("fabrikam.example")).isFalse();

    server.close();
    server =
        NameServer.bind(
            new NameServerPlan(
                InetAddress.getLoopbackAddress(), View.EXTERNAL, zone, Authority.HEARSAY),
            0,
            seen::add);
    server.start();
    assertThat(speaksWithAuthority("web.contoso.example")).isFalse();
  }

  private boolean speaksWithAuthority(String name) throws IOException {
    return udp(query(name, Type.A)).getHeader().getFlag(Flags.AA);
  }

  private NameServerPlan plan(View view) {
    return new NameServerPlan(InetAddress.getLoopbackAddress(), view, zone, Authority.OWN);
  }

  private static Message query(String name, int type) throws IOException {
    return Message.newQuery(Record.newRecord(Name.fromString(name + "."), type, DClass.IN));
  }

  private Message udp(Message query) throws IOException {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.setSoTimeout(10_000);
      byte[] wire = query.toWire();
      socket.send(new DatagramPacket(wire, wire.length, server.address()));
      DatagramPacket packet = new DatagramPacket(new byte[65535], 65535);
      socket.receive(packet);
      return new Message(Arrays.copyOf(packet.getData(), packet.getLength()));
    }
  }

  private Message tcp(Message query) throws IOException {
    try (Socket socket = connect()) {
      return ask(socket, query);
    }
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket(server.address().getAddress(), server.address().getPort());
    socket.setSoTimeout(10_000);
    return socket;
  }

  private static Message ask(Socket socket, Message query) throws IOException {
    byte[] wire = query.toWire();
    DataOutputStream out = new DataOutputStream(socket.getOutputStream());
    out.writeShort(wire.length);
    out.write(wire);
    out.flush();
    DataInputStream in = new DataInputStream(socket.getInputStream());
    return new Message(in.readNBytes(in.readUnsignedShort()));
  }
}
