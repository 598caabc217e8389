package io.lyncwatch.discovery.auth;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The secrets of one account that were rejected, as hashes, the newest last. Its file is text: a
 * first line, a line {@code <instant> <hash>} for each, and a last line, so that a file that was
 * cut off or half written is known as such.
 */
record Rejections(List<Rejection> list) {
  static final Rejections NONE = new Rejections(List.of());

  /** More than any file that this class writes. */
  static final int MOST_BYTES = 4096;

  private static final String FIRST_LINE = "lyncwatch lockout guard 1";
  private static final String LAST_LINE = "end";

  /** So far away that no clock tells it, so near that a back-off can be added. */
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  /** Several, because two configurations may each hold another wrong secret and take turns. */
  private static final int MOST = 16;

  /**
   * @param secretHash hexadecimal
   */
  record Rejection(Instant at, String secretHash) {}

  Rejections {
    list = List.copyOf(list.subList(Math.max(0, list.size() - MOST), list.size()));
  }

  boolean isEmpty() {
    return list.isEmpty();
  }

  Optional<Rejection> of(String secretHash) {
    return list.stream().filter(rejection -> rejection.secretHash().equals(secretHash)).findFirst();
  }

  /** Those for which the back-off has not passed. */
  Rejections stillHeld(Instant now, Duration backOff) {
    return new Rejections(
        list.stream().filter(rejection -> now.isBefore(rejection.at().plus(backOff))).toList());
  }

  Rejections with(Instant at, String secretHash) {
    List<Rejection> more = new ArrayList<>(without(secretHash).list);
    more.add(new Rejection(at, secretHash));
    return new Rejections(more);
  }

  Rejections without(String secretHash) {
    return new Rejections(
        list.stream().filter(rejection -> !rejection.secretHash().equals(secretHash)).toList());
  }

  byte[] encoded() {
    StringBuilder text = new StringBuilder(FIRST_LINE).append('\n');
    list.forEach(rejection ->
        text.append(rejection.at()).append(' ').append(rejection.secretHash()).append('\n'));
    return text.append(LAST_LINE).append('\n').toString().getBytes(US_ASCII);
  }

  /** Empty if the file is damaged. */
  static Optional<Rejections> read(byte[] encoded) {
    String text = new String(encoded, US_ASCII);
    List<String> lines = text.lines().toList();
    if (!text.startsWith(FIRST_LINE + "\n") || !text.endsWith("\n" + LAST_LINE + "\n")) {
      return Optional.empty();
    }
    List<Rejection> list = new ArrayList<>();
    for (String line : lines.subList(1, lines.size() - 1)) {
      Optional<Rejection> rejection = rejection(line);
      if (rejection.isEmpty()) {
        return Optional.empty();
      }
      list.add(rejection.get());
    }
    return Optional.of(new Rejections(list));
  }

  private static Optional<Rejection> rejection(String line) {
    int space = line.indexOf(' ');
    if (space < 0 || !line.substring(space + 1).matches("[0-9a-f]{64}")) {
      return Optional.empty();
    }
    try {
      Instant at = Instant.parse(line.substring(0, space));
      return at.isAfter(LATEST)
          ? Optional.empty()
          : Optional.of(new Rejection(at, line.substring(space + 1)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
