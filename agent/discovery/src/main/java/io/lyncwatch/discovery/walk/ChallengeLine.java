package io.lyncwatch.discovery.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes one {@code WWW-Authenticate} line apart. Proxies join several challenges into one, and
 * servers leave quotes away or open: a comma inside quotes parts nothing, and a quote that is never
 * closed ends where a scheme follows that everybody knows.
 */
final class ChallengeLine {
  private static final int LONGEST = 8192;
  private static final int MOST_PARTS = 256;
  private static final String TOKEN = "[A-Za-z0-9!#$%&'*+.^_`|~-]++";
  private static final String KNOWN = "(?:Basic|Bearer|Digest|Kerberos|MsRtcOAuth|Negotiate|NTLM)";

  private static final Pattern NEXT_KNOWN =
      Pattern.compile("(?i),\\s*+(?=" + KNOWN + "(?:[\\s,]|$))");
  private static final Pattern KNOWN_SCHEME = Pattern.compile("(?is)" + KNOWN + "(?:\\s.*)?");
  private static final Pattern PARAMETER = Pattern.compile("(?s)" + TOKEN + "\\s*+=.*");
  private static final Pattern UNQUOTED =
      Pattern.compile("(?s)(?:.*\\s)?" + TOKEN + "\\s*+=[^\"]*+");
  private static final Pattern SCHEME =
      Pattern.compile("(?s)(?<name>" + TOKEN + ")(?:\\s++(?<rest>.*))?");

  private final List<OfferedScheme> schemes = new ArrayList<>();
  private String name = "";
  private List<String> parts = new ArrayList<>();

  private ChallengeLine() {}

  /** The challenges of a line in order; what belongs to none is left out. */
  static List<OfferedScheme> read(String line) {
    ChallengeLine reading = new ChallengeLine();
    String text = line.substring(0, Math.min(line.length(), LONGEST));
    split(text).forEach(part -> reading.part(part.strip()));
    reading.end();
    return List.copyOf(reading.schemes);
  }

  private void part(String part) {
    Matcher scheme = SCHEME.matcher(part);
    if (part.isEmpty()) {
      return;
    }
    if (PARAMETER.matcher(part).matches() || !scheme.matches()) {
      parts.add(part);
    } else if (continuesAValue(part)) {
      parts.set(parts.size() - 1, parts.getLast() + "," + part);
    } else {
      end();
      name = scheme.group("name");
      parts.add(scheme.group("rest") == null ? "" : scheme.group("rest"));
    }
  }

  /** A list without quotes reads like the names of schemes. */
  private boolean continuesAValue(String part) {
    return !parts.isEmpty()
        && UNQUOTED.matcher(parts.getLast()).matches()
        && part.indexOf('=') < 0
        && !KNOWN_SCHEME.matcher(part).matches();
  }

  private void end() {
    if (!name.isEmpty()) {
      schemes.add(new OfferedScheme(name, parts));
    }
    parts = new ArrayList<>();
  }

  private static List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    int begin = 0;
    int at = 0;
    while (at < text.length() && parts.size() < MOST_PARTS) {
      if (text.charAt(at) == ',') {
        parts.add(text.substring(begin, at));
        begin = at + 1;
        at = begin;
      } else {
        at = text.charAt(at) == '"' ? endOfQuoted(text, at) : at + 1;
      }
    }
    parts.add(text.substring(begin));
    return parts;
  }

  private static int endOfQuoted(String text, int quote) {
    for (int at = quote + 1; at < text.length(); at++) {
      if (text.charAt(at) == '"') {
        return at + 1;
      }
      at += text.charAt(at) == '\\' ? 1 : 0; // what it escapes (RFC 9110 5.6.4)
    }
    Matcher next = NEXT_KNOWN.matcher(text);
    return next.find(quote + 1) ? next.start() : text.length();
  }
}
