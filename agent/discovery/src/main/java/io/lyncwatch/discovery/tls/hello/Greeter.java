package io.lyncwatch.discovery.tls.hello;

import io.lyncwatch.discovery.Cutoff;
import io.lyncwatch.discovery.Deadline;
import java.io.IOException;
import java.net.Socket;
import java.util.random.RandomGenerator;

/** Sends a greeting over a connection, hears the answer, and hangs up. */
public final class Greeter {
  private final RandomGenerator random;

  /**
   * @param random must be safe for many threads; it need not be good, as what TLS wants to be
   *     random protects nothing here
   */
  public Greeter(RandomGenerator random) {
    this.random = random;
  }

  /**
   * Greets, in bounded time.
   *
   * @param connected is closed in the end
   */
  Answer greet(Socket connected, Greeting greeting, Deadline deadline) {
    Cutoff cutoff = Cutoff.at(deadline, connected);
    Answer answer = exchange(connected, HelloWriter.write(greeting, random));
    return cutoff.inTime() ? answer : new Answer.Silence();
  }

  private static Answer exchange(Socket connected, byte[] hello) {
    try (connected) {
      connected.getOutputStream().write(hello);
      return AnswerReader.read(connected.getInputStream());
    } catch (IOException e) {
      return new Answer.Refused("broke the connection");
    }
  }
}
