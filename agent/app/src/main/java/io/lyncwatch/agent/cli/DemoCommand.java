package io.lyncwatch.agent.cli;

import io.lyncwatch.agent.config.SocketAddresses;
import io.lyncwatch.agent.demo.Demo;
import io.lyncwatch.agent.demo.ScratchDirectory;
import io.lyncwatch.agent.demo.Standing;
import io.lyncwatch.agent.run.Rooms;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The agent against a lab of three SIP domains. */
@Command(
    name = "demo",
    description = {
      "Runs the agent against a simulated deployment of three SIP domains: contoso.example is"
          + " healthy, fabrikam.example degraded, tailspin.example broken. Needs no set-up and no"
          + " privileges; nothing leaves this machine."
    })
final class DemoCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  @Spec private CommandSpec spec;

  @Option(
      names = "--listen",
      paramLabel = "IP:PORT",
      defaultValue = "127.0.0.1:9917",
      description = "Where to show the status page and metrics (default: ${DEFAULT-VALUE}).")
  private String listen = "";

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Rooms rooms = new Rooms();
    try {
      ScratchDirectory files = rooms.add(ScratchDirectory.create("lyncwatch-demo"));
      Demo demo = rooms.add(Demo.start(files.path(), listen));
      String url = "http://" + SocketAddresses.print(demo.agent().address(), 80);
      out.println("status page    " + url + "/");
      out.println("metrics        " + url + "/metrics");
      out.println("health         " + url + "/-/healthy, " + url + "/-/ready");
      out.println("configuration  " + demo.files().configuration());
      out.println("Looking at three SIP domains, each from inside and from outside ...");
      out.flush();
      out.print(Standing.await(demo.agent().latest(), PATIENCE));
      out.println("Look closer, also at the certificates and the request to make for one of them:");
      out.println(
          "  "
              + Program.name()
              + " check --config "
              + demo.files().configuration()
              + " alice@fabrikam.example");
      out.println("Ctrl-C ends it.");
      out.flush();
      return StopSignal.closeOnSignal(rooms);
    } catch (IllegalArgumentException e) {
      rooms.close();
      return Failure.tell(spec, e, ExitCode.USAGE);
    } catch (IOException | UncheckedIOException e) {
      rooms.close();
      return Failure.tell(spec, e, ExitCode.FAILED);
    }
  }
}
