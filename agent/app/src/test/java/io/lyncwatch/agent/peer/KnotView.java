package io.lyncwatch.agent.peer;

import io.lyncwatch.lab.Lab;
import io.lyncwatch.lab.directory.User;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/** One view of a lab's names, served by Knot DNS from a zone file of the SIP domain. */
final class KnotView implements PeerProgram.Service {
  private static final String ZONE = "contoso.example";

  private final String knotd;
  private final Path directory;
  private final Set<String> records;
  private final int serial;

  private KnotView(String knotd, Path directory, Set<String> records, int serial) {
    this.serial = serial;
    this.knotd = knotd;
    this.directory = directory;
    this.records = records;
  }

  /**
   * Starts a server that says what one of the lab's own name servers says.
   *
   * @param host of 127/8
   * @param more further records, as in a zone file
   * @param serial of the zone
   */
  static PeerProgram serve(
      InetAddress host,
      Path directory,
      Lab lab,
      InetSocketAddress labServer,
      List<String> more,
      int serial)
      throws IOException {
    String knotd = PeerProgram.installed("knotd", "knot");
    Set<String> records = new TreeSet<>(more);
    for (String name : names(lab)) {
      ask(labServer, name, Type.A).getSection(Section.ANSWER).stream()
          .map(Record::toString)
          .forEach(records::add);
    }
    Files.createDirectories(directory);
    return PeerProgram.serving(
        host, directory.resolve("output"), new KnotView(knotd, directory, records, serial));
  }

  private static List<String> names(Lab lab) {
    return Stream.of(
            Stream.of("lyncdiscover." + ZONE, "lyncdiscoverinternal." + ZONE),
            lab.webNames().stream(),
            lab.users().stream().map(User::pool).flatMap(Optional::stream))
        .flatMap(names -> names)
        .distinct()
        .toList();
  }

  private static Message ask(InetSocketAddress server, String name, int type) throws IOException {
    Name owner = Name.fromString(name, Name.root);
    return new SimpleResolver(server)
        .send(Message.newQuery(Record.newRecord(owner, type, DClass.IN)));
  }

  @Override
  public List<String> command(InetSocketAddress at) throws IOException {
    String host = at.getAddress().getHostAddress();
    Files.writeString(directory.resolve("zone"), zone(host));
    Path configuration =
        Files.writeString(
            directory.resolve("knot.conf"), configuration(host + "@" + at.getPort(), directory));
    return List.of(knotd, "-c", configuration.toString());
  }

  private String zone(String host) {
    return """
    %1$s. 300 IN SOA ns.%1$s. hostmaster.%1$s. %3$d 3600 600 86400 300
    %1$s. 300 IN NS ns.%1$s.
    ns.%1$s. 300 IN A %2$s
    """
            .formatted(ZONE, host, serial)
        + String.join("\n", records)
        + "\n";
  }

  private static String configuration(String listen, Path directory) {
    return """
    server:
      rundir: "%2$s"
      listen: %1$s
      udp-workers: 1
      tcp-workers: 1
      background-workers: 1
    log:
      - target: stdout
        any: info
    database:
      storage: "%2$s"
    zone:
      - domain: %3$s
        storage: "%2$s"
        file: zone
        journal-content: none
    """
        .formatted(listen, directory, ZONE);
  }

  @Override
  public boolean answers(InetSocketAddress at) throws IOException {
    return ask(at, ZONE, Type.SOA).getRcode() == Rcode.NOERROR;
  }
}
