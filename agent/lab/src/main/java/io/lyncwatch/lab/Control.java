package io.lyncwatch.lab;

import io.lyncwatch.lab.fault.Fault;
import io.lyncwatch.lab.site.WebListener;
import io.lyncwatch.lab.web.Reply;
import io.lyncwatch.lab.web.Request;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Breaks a lab and mends it while it runs, over http on loopback: {@code GET /faults} lists the
 * faults, {@code PUT /faults/NAME[=WHAT]} switches one on, {@code DELETE /faults/NAME[=WHAT]} off.
 * Each answers with the list as it is then, a line each.
 */
public final class Control implements Closeable {
  private static final String FAULTS = "/faults";
  private static final String TEXT = "text/plain; charset=utf-8";

  private final Lab lab;
  private final Set<String> on;
  private final WebListener listener;

  /**
   * Opens it.
   *
   * @param faults with which the lab was started, as {@link Fault#parse} reads them
   * @param port 0 takes a free one
   * @throws IOException if the port is taken
   */
  public Control(Lab lab, List<String> faults, int port) throws IOException {
    this.lab = lab;
    this.on =
        faults.stream().map(Control::plain).collect(Collectors.toCollection(LinkedHashSet::new));
    this.listener =
        new WebListener(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
            Optional.empty(),
            this::answer);
  }

  /** Where it is. */
  public String url() {
    return "http://"
        + InetAddress.getLoopbackAddress().getHostAddress()
        + ":"
        + listener.port()
        + FAULTS;
  }

  private synchronized Reply answer(Request request) {
    String path = plain(request.path());
    if (path.equals(FAULTS) && request.method().equals("GET")) {
      return list();
    }
    if (!path.startsWith(FAULTS + "/")) {
      return Reply.of(404, TEXT, "there is " + FAULTS + " only\n");
    }
    String fault = path.substring(FAULTS.length() + 1);
    return switch (request.method()) {
      case "PUT" -> with(fault);
      case "DELETE" -> without(fault);
      default -> Reply.of(405, TEXT, "PUT and DELETE only\n").with("Allow", "PUT, DELETE");
    };
  }

  private Reply with(String fault) {
    Set<String> more = new LinkedHashSet<>(on);
    more.add(fault);
    return change(more);
  }

  /** A name stands for all of that name, whatever they concern. */
  private Reply without(String fault) {
    Set<String> fewer = new LinkedHashSet<>(on);
    return fewer.removeIf(one -> one.equals(fault) || one.startsWith(fault + "="))
        ? change(fewer)
        : Reply.of(404, TEXT, "'" + fault + "' is not on\n");
  }

  private Reply change(Set<String> faults) {
    try {
      lab.breakBy(faults.stream().map(Fault::parse).toList());
    } catch (IllegalArgumentException e) {
      return Reply.of(400, TEXT, e.getMessage() + "\n");
    } catch (IOException e) {
      return Reply.of(500, TEXT, "the lab is closed: " + e.getMessage() + "\n");
    }
    on.clear();
    on.addAll(faults);
    return list();
  }

  private Reply list() {
    String broken = on.stream().map(fault -> "on  " + fault + "\n").collect(Collectors.joining());
    String whole =
        Fault.catalogue().stream()
            .filter(line -> on.stream().noneMatch(fault -> name(line).equals(name(fault))))
            .map(line -> "off " + line + "\n")
            .collect(Collectors.joining());
    return Reply.of(200, TEXT, broken + whole);
  }

  private static String name(String fault) {
    return fault.split("[\\[:=]", 2)[0];
  }

  private static String plain(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }

  /** Frees the port; the lab stays as it is. */
  @Override
  public void close() {
    listener.close();
  }
}
