package io.lyncwatch.discovery.http;

import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Stage;
import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * The addresses behind one name that one run asks: all of them, or of too many a part, another one
 * in each run, so that all are asked over time.
 *
 * @param asked in the order of the answer, if they are all
 * @param left those whose turn comes in another run
 */
public record AddressSample(List<InetAddress> asked, List<InetAddress> left) {
  /** How many addresses one run asks. */
  public static final int LIMIT = 16;

  /** Copies the lists. */
  public AddressSample {
    asked = List.copyOf(asked);
    left = List.copyOf(left);
  }

  /** Whether none is left for another run. */
  public boolean complete() {
    return left.isEmpty();
  }

  /** How many addresses the name has. */
  public int count() {
    return asked.size() + left.size();
  }

  /** Says that there are more than one run asks, and which were left out. */
  public Optional<Finding> finding(Stage stage, String name) {
    if (complete()) {
      return Optional.empty();
    }
    Map<String, String> evidence = new LinkedHashMap<>();
    evidence.put("name", name);
    evidence.put("count", Integer.toString(count()));
    evidence.put("limit", Integer.toString(LIMIT));
    evidence.put(
        "left", left.stream().map(InetAddress::getHostAddress).collect(Collectors.joining(", ")));
    return Optional.of(Finding.of(Reason.DNS_TOO_MANY_ADDRESSES, stage, name, evidence));
  }

  /** Those to ask at an instant. */
  public static AddressSample of(List<InetAddress> all, Instant now) {
    if (all.size() <= LIMIT) {
      return new AddressSample(all, List.of());
    }
    // Whatever the interval between runs, no address is left out for ever by a fixed pattern.
    List<InetAddress> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, new Random(now.getEpochSecond()));
    return new AddressSample(shuffled.subList(0, LIMIT), shuffled.subList(LIMIT, all.size()));
  }
}
