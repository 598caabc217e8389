package io.lyncwatch.discovery.http;

import io.lyncwatch.discovery.Deadline;
import io.lyncwatch.discovery.Ticker;
import io.lyncwatch.discovery.http.Failure.NoConnection;
import io.lyncwatch.discovery.text.Excerpt;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Opens TCP connections, to the first of several addresses that takes one. */
public final class Dialer {
  private final Duration perAddress;
  private final Ticker ticker;

  /**
   * @param perAddress how long one address may take
   */
  public Dialer(Duration perAddress, Ticker ticker) {
    this.perAddress = perAddress;
    this.ticker = ticker;
  }

  /** What came of it. */
  public sealed interface Dialed {
    /** A connection; the caller closes it. */
    record Connected(Socket socket, InetSocketAddress address) implements Dialed {}

    /** None, and what the last address did. */
    record Failed(NoConnection failure) implements Dialed {}
  }

  /**
   * Tries the addresses in order.
   *
   * @param addresses at least one
   */
  public Dialed dial(List<InetAddress> addresses, int port, Deadline deadline) {
    Dialed last = dial(new InetSocketAddress(addresses.getFirst(), port), deadline);
    for (InetAddress address : addresses.subList(1, addresses.size())) {
      if (last instanceof Dialed.Connected || deadline.passed()) {
        return last;
      }
      last = dial(new InetSocketAddress(address, port), deadline);
    }
    return last;
  }

  /** Closes a connection that is not needed any more, whatever state it is in. */
  public static void hangUp(Socket socket) {
    Sockets.close(socket);
  }

  private Dialed dial(InetSocketAddress address, Deadline deadline) {
    long start = ticker.nanos();
    Socket socket = new Socket();
    try {
      socket.setTcpNoDelay(true);
      socket.connect(address, deadline.within(perAddress).leftMillis());
      return new Dialed.Connected(socket, address);
    } catch (IOException e) {
      Sockets.close(socket);
      Duration waited = Duration.ofNanos(ticker.nanos() - start);
      return new Dialed.Failed(new NoConnection(kind(e), address, detail(e), waited));
    }
  }

  private static NoConnection.Kind kind(IOException e) {
    if (e instanceof SocketTimeoutException) {
      return NoConnection.Kind.TIMED_OUT;
    }
    // The JDK has one exception for both; only the operating system's words tell them apart.
    String words = detail(e).toLowerCase(Locale.ROOT);
    if (words.contains("timed out")) {
      return NoConnection.Kind.TIMED_OUT;
    }
    return e instanceof ConnectException && words.contains("refused")
        ? NoConnection.Kind.REFUSED
        : NoConnection.Kind.UNREACHABLE;
  }

  private static String detail(IOException e) {
    return Excerpt.of(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage(), 200);
  }
}
