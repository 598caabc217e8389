package io.lyncwatch.discovery.ticket;

import io.lyncwatch.discovery.text.Excerpt;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The server's own word on what went wrong: the X-Ms-diagnostics header, or the same in a SOAP
 * fault ([MS-OCAUTHWS] 3.2, numbers in [MS-OCER] 7.22). All texts are short and safe to show.
 *
 * @param errorId for example 28020; unknown ones are shown as they are
 * @param source the server that says so, empty if unknown
 * @param reason a sentence, empty if there is none
 * @param fault the SOAP fault code that goes with it, without prefix; empty if there is none
 */
public record Diagnostics(int errorId, String source, String reason, String fault) {
  /** Authenticated, but not enabled for Lync. */
  public static final int NOT_SIP_ENABLED = 28000;

  /** Windows authentication failed on the server's side. */
  public static final int INTERNAL_ERROR = 28001;

  /** No valid security token: a wrong user name or password. */
  public static final int NO_VALID_TOKEN = 28020;

  /** This way to sign in is switched off. */
  public static final int METHOD_NOT_ALLOWED = 28029;

  /** The ticket is of another pool, expired or damaged. */
  public static final int TICKET_INVALID = 28032;

  private static final int LONGEST_HEADER = 4096;
  private static final int LONGEST_TEXT = 300;
  private static final Pattern NUMBER = Pattern.compile("\\s*([0-9]{1,9})(?:[;,\\s]|$)");
  private static final Pattern PAIR =
      Pattern.compile("([A-Za-z-]{1,30})\\s*=\\s*(?:\"([^\"]*)(?:\"|$)|([^;\"]*))");

  /** Cuts the texts to what may be shown. */
  public Diagnostics {
    source = Excerpt.of(source, LONGEST_TEXT);
    reason = Excerpt.of(reason, LONGEST_TEXT);
    fault = Excerpt.of(fault.substring(fault.lastIndexOf(':') + 1), LONGEST_TEXT);
  }

  /**
   * Reads {@code 28032;source="fe01.contoso.example";reason="The web ticket is invalid."}. Lenient:
   * pairs in any order, unknown ones passed over, quotes may be missing, and it may be cut short
   * anywhere. Nothing if it does not begin with a number.
   */
  public static Optional<Diagnostics> parse(String header) {
    String text = header.substring(0, Math.min(header.length(), LONGEST_HEADER));
    Matcher number = NUMBER.matcher(text);
    if (!number.lookingAt()) {
      return Optional.empty();
    }
    Map<String, String> pairs = new HashMap<>();
    Matcher pair = PAIR.matcher(text).region(number.end(), text.length());
    while (pair.find()) {
      String value = pair.group(2) == null ? pair.group(3) : pair.group(2);
      pairs.putIfAbsent(pair.group(1).toLowerCase(Locale.ROOT), value);
    }
    return Optional.of(
        new Diagnostics(
            Integer.parseInt(number.group(1)),
            pairs.getOrDefault("source", ""),
            pairs.getOrDefault("reason", ""),
            pairs.getOrDefault("fault", "")));
  }

  /** One line: {@code 28020 No valid security token. (fe01.contoso.example)}. */
  @Override
  public String toString() {
    return errorId
        + (reason.isEmpty() ? "" : " " + reason)
        + (source.isEmpty() ? "" : " (" + source + ")");
  }
}
