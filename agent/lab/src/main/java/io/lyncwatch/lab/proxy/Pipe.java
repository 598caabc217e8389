package io.lyncwatch.lab.proxy;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Passes a client's requests on and what the backend answers back, until one of them ends or asks
 * for what the rule does not publish.
 */
record Pipe(Socket client, Socket backend, PublishingRule rule) {
  /**
   * Returns when either side has ended or was silent for too long; both are closed then.
   *
   * @param first a head that was read before
   */
  void run(Optional<RequestHead> first) {
    Thread back = Thread.ofVirtual().start(this::passAnswers);
    passRequests(first);
    boolean interrupted = false;
    while (back.isAlive()) {
      try {
        back.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void passRequests(Optional<RequestHead> first) {
    try (client;
        backend) {
      InputStream in = new BufferedInputStream(client.getInputStream());
      OutputStream out = backend.getOutputStream();
      RequestHead head = first.isPresent() ? first.get() : RequestHead.read(in);
      while (rule.publishes(head.path())) {
        RequestHead passed = rule.keepsConnections() ? head : head.asLast();
        out.write(passed.text().getBytes(StandardCharsets.ISO_8859_1));
        passBody(in, out, head.bodyLength());
        head = RequestHead.read(in);
      }
      StaticPage.FORBIDDEN.send(client);
    } catch (IOException ended) {
      // One side is gone, by itself or because the other copy closed it: there is nothing to pass.
    }
  }

  private static void passBody(InputStream in, OutputStream out, long length) throws IOException {
    byte[] block = new byte[8192];
    long left = length;
    while (left > 0) {
      int read = in.read(block, 0, (int) Math.min(left, block.length));
      if (read < 0) {
        throw new EOFException("no whole body");
      }
      out.write(block, 0, read);
      left -= read;
    }
  }

  private static void passAnswer(InputStream in, OutputStream out) throws IOException {
    String head = RequestHead.text(in);
    out.write(head.getBytes(StandardCharsets.ISO_8859_1));
    passBody(in, out, RequestHead.bodyLength(head));
  }

  private void passAnswers() {
    try (client;
        backend) {
      if (rule.keepsConnections()) {
        backend.getInputStream().transferTo(client.getOutputStream());
      } else {
        passAnswer(backend.getInputStream(), client.getOutputStream());
      }
    } catch (IOException ended) {
      // As above.
    }
  }
}
