package io.lyncwatch.discovery.text;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises HTML, which says that a proxy, a portal or another web site answered. */
public final class WebPage {
  private static final int LOOKED_AT = 4096;
  private static final int SHOWN = 120;
  private static final Pattern MARK =
      Pattern.compile("(?i)<(?:!doctype\\s+html|html|head|body|title|meta|script|h1)[\\s>]");
  private static final Pattern TITLE =
      Pattern.compile("<title[^>]{0,100}>([^<]*)", Pattern.CASE_INSENSITIVE);

  private WebPage() {}

  /** What the page calls itself, in a few words that are safe to show; nothing if it is none. */
  public static Optional<String> describe(String text) {
    String head = text.substring(0, Math.min(text.length(), LOOKED_AT));
    if (!MARK.matcher(head).find()) {
      return Optional.empty();
    }
    Matcher title = TITLE.matcher(head);
    String name = title.find() ? Excerpt.of(title.group(1), SHOWN) : "";
    return Optional.of(name.isEmpty() ? "a web page" : "a web page titled '" + name + "'");
  }
}
