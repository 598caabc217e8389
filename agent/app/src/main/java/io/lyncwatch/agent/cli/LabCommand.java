package io.lyncwatch.agent.cli;

import io.lyncwatch.agent.config.SocketAddresses;
import io.lyncwatch.agent.config.Spelling;
import io.lyncwatch.agent.demo.LabFiles;
import io.lyncwatch.agent.demo.ScratchDirectory;
import io.lyncwatch.agent.run.Rooms;
import io.lyncwatch.lab.Control;
import io.lyncwatch.lab.Lab;
import io.lyncwatch.lab.LabPorts;
import io.lyncwatch.lab.LabSettings;
import io.lyncwatch.lab.TopologyKind;
import io.lyncwatch.lab.certificates.TlsLevel;
import io.lyncwatch.lab.fault.Fault;
import io.lyncwatch.lab.ticket.ExtendedProtection;
import io.lyncwatch.lab.world.Branch;
import io.lyncwatch.lab.world.Generation;
import io.lyncwatch.lab.world.ModernAuthentication;
import io.lyncwatch.lab.world.Product;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The simulated deployment alone. */
@Command(
    name = "lab",
    description = {
      "Runs a simulated Lync Server deployment on loopback addresses, with a reverse proxy and"
          + " split DNS. Nothing leaves this machine, and no privileges are needed."
    })
final class LabCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--topology",
      paramLabel = "NAME",
      defaultValue = "director",
      description = {
        "What stands there (default: ${DEFAULT-VALUE}):",
        "director  a Director before two pools;",
        "standard  one Standard Edition server;",
        "pool      a pool of two machines;",
        "hosted    as director, with 50 more SIP domains on the same certificates;",
        "hybrid    as director, and erin is homed at a hoster in another DNS zone."
      })
  private TopologyKind topology = TopologyKind.DIRECTOR;

  @Option(
      names = "--generation",
      paramLabel = "YEAR",
      defaultValue = "2013",
      description =
          "What the servers run: Lync Server 2010 or 2013, Skype for Business Server 2015 or 2019"
              + " (one of: ${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}).")
  private Generation generation = Generation.LYNC_2013;

  @Option(
      names = "--branch",
      paramLabel = "NAME",
      description =
          "How they let users sign in: ${COMPLETION-CANDIDATES} (default: all that the generation"
              + " knows).")
  private @Nullable Branch branch;

  @Option(
      names = "--modern-authentication",
      paramLabel = "NAME",
      defaultValue = "off",
      description = {
        "Whether they trust an authority outside, which needs generation 2015 or later, one of"
            + " ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}):",
        "off     they take their own tickets and tokens only;",
        "beside  they take its tokens, too;",
        "only    they issue nothing themselves any more."
      })
  private ModernAuthentication modern = ModernAuthentication.OFF;

  @Option(
      names = "--tls",
      paramLabel = "LEVEL",
      defaultValue = "current",
      description =
          "What they speak: ${COMPLETION-CANDIDATES}; 1.0 comes with static RSA and SHA-1, as on an"
              + " old Windows (default: ${DEFAULT-VALUE}).")
  private TlsLevel tls = TlsLevel.CURRENT;

  @Option(
      names = "--extended-protection",
      paramLabel = "DEMAND",
      defaultValue = "allow",
      description = {
        "What a Windows sign-in must be tied to, one of ${COMPLETION-CANDIDATES} (default:"
            + " ${DEFAULT-VALUE}):",
        "off      nothing is looked at;",
        "allow    a channel binding or a service name that is sent must be right;",
        "require  the same, and it must be sent: the binding to a site inside, the service name"
            + " behind the reverse proxy, which ends TLS."
      })
  private ExtendedProtection extendedProtection = ExtendedProtection.ALLOW;

  @Option(
      names = "--fault",
      paramLabel = "NAME[=WHAT]",
      description = "Something to break; repeatable. Names: see --faults.")
  private List<String> faults = new ArrayList<>();

  @Option(
      names = "--control",
      paramLabel = "PORT",
      description =
          "Take orders to break and mend on that port of 127.0.0.1 (0: a free one): GET /faults,"
              + " PUT or DELETE /faults/NAME[=WHAT].")
  private @Nullable Integer controlPort;

  @Option(names = "--faults", description = "List the faults and leave.")
  private boolean list;

  @Option(
      names = "--domain",
      paramLabel = "NAME",
      description = "A SIP domain of the deployment; repeatable (default: contoso.example).")
  private List<String> sipDomains = new ArrayList<>();

  @Option(
      names = "--domains",
      paramLabel = "N",
      defaultValue = "0",
      description = "That many further healthy SIP domains, for measuring.")
  private int extraDomains;

  @Option(
      names = "--manual-domain",
      paramLabel = "NAME",
      description =
          "A further SIP domain without discovery records, whose users type manual URLs;"
              + " repeatable.")
  private List<String> manualDomains = new ArrayList<>();

  @Option(names = "--second-resolver", description = "Have a second resolver inside.")
  private boolean secondResolver;

  @Option(
      names = "--ports",
      paramLabel = "HTTPS:HTTP:DNS",
      description =
          "Ports to take on all addresses, such as 18443:18080:18053 (default: free ones).")
  private @Nullable String ports;

  @Option(
      names = "--directory",
      paramLabel = "DIR",
      description =
          "Where to put the root certificate, the passwords and a configuration for the agent"
              + " (default: a new temporary directory).")
  private @Nullable Path directory;

  @Override
  public Integer call() {
    if (list) {
      Fault.catalogue().forEach(line -> spec.commandLine().getOut().println(line));
      spec.commandLine().getOut().flush();
      return ExitCode.HEALTHY;
    }
    Rooms rooms = new Rooms();
    try {
      Path files =
          directory == null
              ? rooms.add(ScratchDirectory.create("lyncwatch-lab")).path()
              : directory;
      Lab lab = rooms.add(Lab.start(settings()));
      LabFiles written = LabFiles.write(lab, files, LabFiles.everybody(lab), "127.0.0.1:9917");
      tell(lab, written);
      if (controlPort != null) {
        tell(rooms.add(new Control(lab, faults, controlPort)));
      }
      tell("Ctrl-C ends it.");
      return StopSignal.closeOnSignal(rooms);
    } catch (IllegalArgumentException e) {
      rooms.close();
      return Failure.tell(spec, e, ExitCode.USAGE);
    } catch (IOException e) {
      rooms.close();
      return Failure.tell(spec, e, ExitCode.FAILED);
    }
  }

  private LabSettings settings() {
    LabSettings settings =
        LabSettings.defaults()
            .withTopology(topology)
            .withProduct(product().with(modern))
            .withTls(tls)
            .withExtendedProtection(extendedProtection)
            .withExtraDomains(extraDomains);
    if (!sipDomains.isEmpty()) {
      settings = settings.withDomains(sipDomains.toArray(String[]::new));
    }
    for (String domain : manualDomains) {
      settings = settings.withManualDomain(domain);
    }
    for (String fault : faults) {
      settings = settings.withFault(fault(fault));
    }
    if (secondResolver) {
      settings = settings.withSecondResolver();
    }
    return ports == null ? settings : settings.withPorts(parsed(ports));
  }

  private static Fault fault(String text) {
    List<String> known = Fault.names();
    String name = text.split("=", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (!known.contains(name)) {
      throw new IllegalArgumentException(
          "there is no fault '"
              + name
              + "'"
              + Spelling.nearest(name, known)
                  .map(near -> ", did you mean '" + near + "'?")
                  .orElse("; --faults lists them"));
    }
    return Fault.parse(text);
  }

  private Product product() {
    return branch == null ? Product.of(generation) : new Product(generation, branch);
  }

  private static LabPorts parsed(String text) {
    if (!text.matches("\\d{1,5}:\\d{1,5}:\\d{1,5}")) {
      throw new IllegalArgumentException(
          "'" + text + "' is not HTTPS:HTTP:DNS, such as 18443:18080:18053");
    }
    String[] parts = text.split(":", -1);
    return new LabPorts(
        Integer.parseInt(parts[0]),
        Integer.parseInt(parts[1]),
        0,
        0,
        Integer.parseInt(parts[2]),
        0,
        0);
  }

  private void tell(Lab lab, LabFiles files) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        "The lab is up, topology %s, generation %s: %s"
            .formatted(topology, generation, String.join(", ", lab.sipDomains())));
    out.println(
        "  resolvers      internal "
            + address(lab.internalDns(), 53)
            + ", external "
            + address(lab.externalDns(), 53));
    out.println(
        "  ports          443 is "
            + lab.httpsPort()
            + ", 80 is "
            + lab.httpPort()
            + ", 5061 is "
            + lab.sipPort());
    out.println(
        "  behind proxy   4443 is "
            + lab.ports().externalHttps()
            + ", 8080 is "
            + lab.ports().externalHttp());
    out.println("  kerberos       " + lab.realm().name() + " at " + address(lab.kdc(), 88));
    out.println("  root           " + files.root());
    out.println("  passwords      " + files.passwords());
    out.println("  certificates   " + files.certificates());
    out.println("  keytabs        " + files.keytabs());
    out.println("  configuration  " + files.configuration());
    out.println("Try:");
    out.println(
        "  "
            + Program.name()
            + " check --config "
            + files.configuration()
            + " "
            + lab.users().getFirst().address());
    out.println("  " + Program.name() + " run --config " + files.configuration());
    out.flush();
  }

  private void tell(Control control) {
    tell("Break and mend it: curl -X PUT " + control.url() + "/pool-down, or -X DELETE");
  }

  private void tell(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }

  private static String address(InetSocketAddress address, int usualPort) {
    return SocketAddresses.print(address, usualPort);
  }
}
