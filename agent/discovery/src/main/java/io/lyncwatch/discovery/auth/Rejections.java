package io.lyncwatch.discovery.auth;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The secrets of one account that were rejected or had no verdict, as hashes, the newest last. Its
 * file is text: a first line, a line {@code <instant> <hash> [<unanswered>]} for each, and a last
 * line, so that a file that was cut off or half written is known as such.
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

  /** Directories lock accounts after three failures at the least. */
  private static final int MOST_UNANSWERED = 2;

  /** Directories forget failures after half an hour unless told otherwise. */
  private static final Duration UNANSWERED_BACK_OFF = Duration.ofMinutes(31);

  private static final Pattern LINE = Pattern.compile("(\\S+) ([0-9a-f]{64})(?: ([1-9]))?");

  /**
   * One secret that is not simply to be sent again.
   *
   * @param at when it was rejected or last sent
   * @param secretHash hexadecimal
   * @param unanswered 0 if the server rejected it, else how often it was sent without a verdict
   */
  record Rejection(Instant at, String secretHash, int unanswered) {
    boolean holds() {
      return unanswered == 0 || unanswered >= MOST_UNANSWERED;
    }

    Instant until(Duration backOff) {
      boolean shorter = unanswered > 0 && backOff.compareTo(UNANSWERED_BACK_OFF) > 0;
      return at.plus(shorter ? UNANSWERED_BACK_OFF : backOff);
    }
  }

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
        list.stream().filter(rejection -> now.isBefore(rejection.until(backOff))).toList());
  }

  Rejections with(Instant at, String secretHash) {
    return with(new Rejection(at, secretHash, 0));
  }

  /** Counts one more sending without a verdict. */
  Rejections unanswered(Instant at, String secretHash) {
    int before = of(secretHash).map(Rejection::unanswered).orElse(0);
    return with(new Rejection(at, secretHash, Math.min(before + 1, MOST_UNANSWERED)));
  }

  private Rejections with(Rejection rejection) {
    List<Rejection> more = new ArrayList<>(without(rejection.secretHash()).list);
    more.add(rejection);
    return new Rejections(more);
  }

  Rejections without(String secretHash) {
    return new Rejections(
        list.stream().filter(rejection -> !rejection.secretHash().equals(secretHash)).toList());
  }

  byte[] encoded() {
    StringBuilder text = new StringBuilder(FIRST_LINE).append('\n');
    list.forEach(rejection -> text.append(line(rejection)).append('\n'));
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

  private static String line(Rejection rejection) {
    String line = rejection.at() + " " + rejection.secretHash();
    return rejection.unanswered() == 0 ? line : line + " " + rejection.unanswered();
  }

  private static Optional<Rejection> rejection(String line) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      Instant at = Instant.parse(parts.group(1));
      String unanswered = parts.group(3);
      return at.isAfter(LATEST)
          ? Optional.empty()
          : Optional.of(
              new Rejection(
                  at, parts.group(2), unanswered == null ? 0 : Integer.parseInt(unanswered)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
