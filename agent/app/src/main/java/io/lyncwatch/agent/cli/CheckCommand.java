package io.lyncwatch.agent.cli;

import io.lyncwatch.agent.build.BuildInfo;
import io.lyncwatch.agent.check.Examination;
import io.lyncwatch.agent.check.Html;
import io.lyncwatch.agent.check.Json;
import io.lyncwatch.agent.check.Nagios;
import io.lyncwatch.agent.check.Paint;
import io.lyncwatch.agent.check.Tree;
import io.lyncwatch.agent.config.Account;
import io.lyncwatch.agent.config.InvalidConfigurationException;
import io.lyncwatch.agent.config.Machine;
import io.lyncwatch.agent.config.MonitoredDomain;
import io.lyncwatch.agent.config.ProxiedNode;
import io.lyncwatch.agent.connectivity.Connectivity;
import io.lyncwatch.agent.report.LatestReports;
import io.lyncwatch.agent.report.Sinks;
import io.lyncwatch.agent.run.Agent;
import io.lyncwatch.agent.targets.Networks;
import io.lyncwatch.agent.targets.Walks;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.auth.LockoutGuard;
import io.lyncwatch.discovery.probe.EntryProbe;
import io.lyncwatch.discovery.probe.Probe;
import io.lyncwatch.discovery.report.ProbeKind;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.report.TargetId;
import io.lyncwatch.discovery.walk.RememberedUrls;
import io.lyncwatch.discovery.walk.SignInWalk;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** One walk per view, now. */
@Command(
    name = "check",
    description = {
      "Walks once in each view and tells what it saw: each stage, what was asked, what came back,"
          + " and for each finding its cause and its cure.",
      "Machines that the configuration has under behind-proxy are asked directly, too. What they"
          + " say is told beside: the exit code and 'healthy' are those of the views.",
      "Then it looks at the certificates of all endpoints that it came to: what is wrong with them,"
          + " what they lack of the names that clients ask for, and the request to make in their"
          + " place. One that is revoked or not meant for a server counts as broken, and so does"
          + " everything at endpoints that no walk asks. What else is wrong with one counts as the"
          + " walk had it: if phones get in all the same, as by http, it is a warning.",
      "With a password it signs in; without one it goes as far as one gets without a secret."
    })
final class CheckCommand implements Callable<Integer> {
  private static final InstantSource CLOCK = InstantSource.system();

  private final Machine machine;
  private final SecureRandom random = new SecureRandom();

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "ADDRESS|DOMAIN",
      description = "A sign-in address such as alice@contoso.example, or a SIP domain.")
  private String target;

  @Mixin private CheckOptions options = new CheckOptions();

  @Option(
      names = "--output",
      paramLabel = "FORM",
      defaultValue = "text",
      description = {
        "How the result is printed (default: ${DEFAULT-VALUE}):",
        "text    a tree for people;",
        "json    a document for programs;",
        "html    one file to attach to a ticket, with the requests drawn;",
        "nagios  as a plugin of Nagios or Icinga, with the exit codes of one: 0 OK, 1 warning, 2"
            + " critical, 3 unknown."
      })
  private Form output;

  /** How the result is printed. */
  enum Form {
    /** A tree for people. */
    text,
    /** A document for programs. */
    json,
    /** One file to attach to a ticket, with the requests drawn. */
    html,
    /** What a plugin of Nagios prints; the exit code is a plugin's, too. */
    nagios
  }

  CheckCommand(Machine machine) {
    this.machine = machine;
  }

  @Override
  public Integer call() {
    CheckRequest request;
    Networks networks;
    List<View> views;
    LockoutGuard guard;
    try {
      request = options.request(target, machine, spec);
      networks = Networks.of(request.configuration(), CLOCK, random);
      views = views(request.domain(), networks);
      guard = guard(request);
    } catch (InvalidConfigurationException reported) {
      return notLooked("the configuration cannot be used", ExitCode.USAGE);
    } catch (IllegalArgumentException e) {
      return notLooked(String.valueOf(e.getMessage()), Failure.tell(spec, e, ExitCode.USAGE));
    } catch (UncheckedIOException e) {
      return notLooked(String.valueOf(e.getMessage()), Failure.tell(spec, e, ExitCode.FAILED));
    }
    if (request.account().isEmpty()) {
      withoutSecret(request.domain());
    }
    Examination examination =
        examine(
            request,
            views,
            networks,
            new Walks(
                networks, guard, random, request.configuration().client(), new RememberedUrls()));
    print(examination);
    return output == Form.nagios ? Nagios.exitCode(examination) : examination.exitCode();
  }

  /** Who runs a plugin reads standard output only, and takes 2 for something broken. */
  private int notLooked(String why, int exitCode) {
    if (output != Form.nagios) {
      return exitCode;
    }
    PrintWriter out = spec.commandLine().getOut();
    out.print(Nagios.unknown(target, why));
    out.flush();
    return ExitCode.FAILED;
  }

  private LockoutGuard guard(CheckRequest request) {
    return request.account().isPresent()
        ? Agent.guard(request.configuration(), CLOCK, random)
        : LockoutGuard.withoutAccounts();
  }

  /** Where no manual URL is meant for a side, there is nothing to look at from there. */
  private static List<View> views(MonitoredDomain domain, Networks networks) {
    List<View> views =
        networks.views().stream()
            .filter(view -> !domain.discovery().entries(domain.domain(), view).isEmpty())
            .toList();
    if (views.isEmpty()) {
      throw new IllegalArgumentException(
          domain.domain() + " has no manual URL for the side that the resolvers show");
    }
    return views;
  }

  private Examination examine(
      CheckRequest request, List<View> sides, Networks networks, Walks walks) {
    Connectivity connectivity =
        Agent.connectivity(
            request.configuration(), new LatestReports(), new Sinks(List.of()), random, CLOCK);
    List<Report> views = new ArrayList<>();
    for (View view : sides) {
      progress("looking at " + target + " in the " + view.label() + " view ...");
      views.add(
          connectivity
              .telling(new Walked(id(view, request.domain()), walk(walks, view, request)))
              .run());
    }
    List<Report> nodes = new ArrayList<>();
    for (ProxiedNode node : request.nodes()) {
      progress("asking " + node.name() + " directly ...");
      nodes.add(connectivity.telling(new EntryProbe(walks.direct(request.domain(), node))).run());
    }
    CertificateRound round =
        new CertificateRound(request, networks, walks, views, connectivity, CLOCK);
    progress(
        "looking at the certificates of "
            + round.count()
            + " endpoints"
            + (round.leftOut() > 0 ? " (and not at " + round.leftOut() + " more)" : "")
            + " ...");
    return new Examination(target, views, nodes, round.run());
  }

  /** A walk that is named as who asked for it spells it. */
  private record Walked(TargetId target, SignInWalk walk) implements Probe {
    @Override
    public Report run() {
      return walk.run(target);
    }
  }

  private static SignInWalk walk(Walks walks, View view, CheckRequest request) {
    Optional<Account> account = request.account();
    return account.isPresent()
        ? walks.signIn(view, request.domain(), account.get())
        : walks.anonymous(view, request.domain(), request.address());
  }

  /** Who asks for a SIP domain may not know that the file has accounts to sign in with. */
  private void withoutSecret(MonitoredDomain domain) {
    domain.accounts().stream()
        .findFirst()
        .ifPresent(account ->
            progress(
                "looking without signing in; the configuration has accounts, for example "
                    + account.address()
                    + " ..."));
  }

  private TargetId id(View view, MonitoredDomain domain) {
    return new TargetId(ProbeKind.SIGN_IN, view, domain.domain().name(), target);
  }

  private void progress(String line) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(line);
    err.flush();
  }

  private void print(Examination examination) {
    PrintWriter out = spec.commandLine().getOut();
    boolean colour = spec.commandLine().getColorScheme().ansi().enabled();
    out.print(
        switch (output) {
          case text -> Tree.of(examination, colour ? Paint.ANSI : Paint.NONE);
          case json -> Json.of(examination);
          case html -> Html.of(examination, CLOCK.instant(), BuildInfo.load().version());
          case nagios -> Nagios.of(examination, CLOCK.instant());
        });
    out.flush();
  }
}
