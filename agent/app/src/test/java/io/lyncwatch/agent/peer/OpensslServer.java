package io.lyncwatch.agent.peer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/**
 * {@code openssl s_server}, which prints what a client sends once it is decrypted, and sends what
 * it is given to read. It serves one connection after the other.
 */
final class OpensslServer implements AutoCloseable {
  private static final String LISTENING = "ACCEPT 127.0.0.1:";

  private final Process process;
  private final int port;
  private final List<String> heard = new CopyOnWriteArrayList<>();

  private OpensslServer(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts one at a free port of 127.0.0.1.
   *
   * @param answers by the path of a GET; short ones, and beginning with {@code HTTP}, as some other
   *     letters are commands to the program
   */
  static OpensslServer start(
      String program, Path certificate, Path key, UnaryOperator<String> answers, String... options)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(program, "s_server", "-accept", "127.0.0.1:0"));
    command.addAll(List.of("-cert", certificate.toString(), "-key", key.toString()));
    command.addAll(List.of(options));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    BufferedReader output = process.inputReader(ISO_8859_1);
    OpensslServer server = new OpensslServer(process, port(output));
    Thread.ofVirtual().start(() -> server.serve(output, answers));
    return server;
  }

  private static int port(BufferedReader output) throws IOException {
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith(LISTENING)) {
        return Integer.parseInt(line.substring(LISTENING.length()));
      }
    }
    throw new IOException("it ended before it listened");
  }

  int port() {
    return port;
  }

  /** Everything that clients sent, line by line, among what the program says itself. */
  List<String> heard() {
    return heard;
  }

  private void serve(BufferedReader output, UnaryOperator<String> answers) {
    try (OutputStream input = process.getOutputStream()) {
      String asked = "";
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        heard.add(line);
        if (line.startsWith("GET ")) {
          asked = line.split(" ", 3)[1];
        } else if (line.isEmpty() && !asked.isEmpty()) {
          input.write(answers.apply(asked).getBytes(ISO_8859_1));
          input.flush();
          asked = "";
        }
      }
    } catch (IOException ended) {
      // the test is over, and with it the program
    }
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
