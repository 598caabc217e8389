package io.lyncwatch.agent.coverage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What to ask an authority for in place of a certificate that lacks names.
 *
 * <p>Names come from certificates off the wire and end up in a file for another program, so only
 * host names and wildcards get in: nothing else has a meaning there, and some of it could have one
 * for OpenSSL.
 *
 * @param file what its files are called, without an extension; another one for each old
 *     certificate, as a key that gets overwritten is lost
 * @param names the main one first, then sorted; at least one
 * @param leftOut how many names, asked for or of the old certificate, are no whole host names, or
 *     are beyond what one certificate can sensibly hold
 */
public record SigningRequest(String file, List<String> names, int leftOut) {
  /** Of the names of the old certificate that nobody is known to ask for. */
  private static final int MOST_UNKNOWN = 500;

  /** X.520 allows no more in a common name, and OpenSSL refuses it. */
  private static final int LONGEST_COMMON_NAME = 64;

  /** What clients ask for may be covered by one of them. */
  private static final Comparator<String> WILDCARDS_FIRST =
      Comparator.comparing(name -> !name.startsWith("*."));

  private static final int LONGEST_NAME = 253;
  private static final int LONGEST_FILE = 128;
  private static final Pattern HOST_OR_WILDCARD =
      Pattern.compile(
          "(\\*\\.)?([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\\.)+"
              + "(?!\\d+$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

  /** Copies the list. */
  public SigningRequest {
    names = List.copyOf(names);
  }

  /**
   * A request.
   *
   * @param mark of the old certificate, for the file's name: letters and digits
   * @param main the name that the old certificate is known by, if that is one
   * @param needed those that clients ask for; they are all in it
   * @param kept others that the old certificate covers, which somebody may need
   * @return empty if there is no host name among all these
   */
  static Optional<SigningRequest> of(
      String mark, Optional<String> main, Collection<String> needed, Collection<String> kept) {
    TreeSet<String> asked = usable(needed.stream());
    List<String> others = kept.stream().filter(name -> !asked.contains(name)).distinct().toList();
    TreeSet<String> all = usable(others.stream().sorted(WILDCARDS_FIRST).limit(MOST_UNKNOWN));
    long unusable = needed.stream().filter(name -> !isUsable(name)).count();
    int leftOut = others.size() - all.size() + (int) unusable;
    all.addAll(asked);
    if (all.isEmpty()) {
      return Optional.empty();
    }
    List<String> names = new ArrayList<>(all);
    String first =
        main.filter(all::contains).orElseGet(() -> asked.isEmpty() ? all.first() : asked.first());
    names.remove(first);
    names.addFirst(first);
    return Optional.of(new SigningRequest(file(first, mark), names, leftOut));
  }

  private static String file(String name, String mark) {
    String plain = name.replace("*.", "wildcard.");
    return plain.substring(0, Math.min(plain.length(), LONGEST_FILE)) + "-" + mark;
  }

  private static TreeSet<String> usable(Stream<String> names) {
    TreeSet<String> usable = new TreeSet<>();
    names.filter(SigningRequest::isUsable).forEach(usable::add);
    return usable;
  }

  private static boolean isUsable(String name) {
    return name.length() <= LONGEST_NAME && HOST_OR_WILDCARD.matcher(name).matches();
  }

  /** A configuration for {@code openssl req}, which says how to use it; ends in a line break. */
  public String openssl() {
    StringBuilder text = new StringBuilder();
    text.append(
        """
        # openssl req -new -newkey rsa:2048 -sha256 -nodes -keyout %1$s.key -out %1$s.csr -config %1$s.cnf
        [req]
        prompt = no
        distinguished_name = subject
        req_extensions = extensions

        [subject]
        """
            .formatted(file));
    text.append(subject()).append('\n');
    text.append(
        """

        [extensions]
        subjectAltName = @alt_names

        [alt_names]
        """);
    for (int i = 0; i < names.size(); i++) {
      text.append("DNS.").append(i + 1).append(" = ").append(names.get(i)).append('\n');
    }
    return text.toString();
  }

  /** Clients look at the alternative names; the subject only must not be empty. */
  private String subject() {
    return names.stream()
        .filter(name -> name.length() <= LONGEST_COMMON_NAME)
        .findFirst()
        .map(name -> "CN = " + name)
        .orElse("OU = see the alternative names");
  }
}
