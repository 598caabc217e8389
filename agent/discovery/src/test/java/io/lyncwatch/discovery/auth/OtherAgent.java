package io.lyncwatch.discovery.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lyncwatch.discovery.Deadline;
import io.lyncwatch.discovery.Ticker;
import io.lyncwatch.discovery.auth.LockoutGuard.Attempt;
import io.lyncwatch.discovery.auth.LockoutGuard.Permission;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;

/**
 * A second process that shares a guard's directory. Does what its standard input says, line by
 * line: {@code ask <millis>} answers the permission's name, {@code reject} ends the attempt, {@code
 * sign-in <port>} tries five times.
 */
final class OtherAgent {
  static final Duration BACK_OFF = Duration.ofHours(1);

  private OtherAgent() {}

  public static void main(String[] arguments) throws IOException {
    LockoutGuard guard = guard(Path.of(arguments[0]));
    Credential credential = credential(arguments[1]);
    PrintStream out = new PrintStream(System.out, true, UTF_8);
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    Permission last = new Permission.Busy();
    out.println("ready");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.startsWith("ask ")) {
        out.println("asking");
        last = guard.ask(credential, in(Long.parseLong(line.substring(4))));
        out.println(last.getClass().getSimpleName());
      } else if (line.startsWith("sign-in ")) {
        out.println("asking");
        signInTimes(5, guard, credential, Integer.parseInt(line.substring(8)));
        out.println("done");
      } else if (last instanceof Permission.Granted(Attempt attempt)) {
        attempt.rejected();
        attempt.close();
        out.println("closed");
      }
    }
  }

  /** Asks, and sends the secret to a server that rejects it whenever the guard lets it. */
  static void signInTimes(int times, LockoutGuard guard, Credential credential, int port)
      throws IOException {
    for (int i = 0; i < times; i++) {
      if (guard.ask(credential, in(60_000)) instanceof Permission.Granted(Attempt attempt)) {
        try (attempt;
            Socket server = new Socket(InetAddress.getLoopbackAddress(), port)) {
          if (server.getInputStream().read() == 'n') {
            attempt.rejected();
          }
        }
      }
    }
  }

  static LockoutGuard guard(Path directory) {
    return new FileLockoutGuard(directory, BACK_OFF, InstantSource.system(), new Random(2));
  }

  static Credential credential(String password) {
    return new Credential(UserName.parse("CONTOSO\\probe1"), new Secret(password));
  }

  static Deadline in(long millis) {
    return Deadline.in(Duration.ofMillis(millis), Ticker.SYSTEM);
  }
}
