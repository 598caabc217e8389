package io.lyncwatch.lab.site;

import java.util.Locale;

/** The paths of the Autodiscover service, in lower case: IIS does not care. */
final class Paths {
  static final String SERVICE = "/Autodiscover/AutodiscoverService.svc/root";
  static final String FRAME = "/Autodiscover/XFrame/XFrame.html";

  private Paths() {}

  /** A path as it is compared: in lower case and without a slash at its end. */
  static String plain(String path) {
    return path.toLowerCase(Locale.ROOT).replaceFirst("/+$", "");
  }

  /** What a plain path leads to after the URL Rewrite module, which knows two short forms. */
  static String rewritten(String plain) {
    return switch (plain) {
      case "" -> SERVICE.toLowerCase(Locale.ROOT);
      case "/xframe" -> FRAME.toLowerCase(Locale.ROOT);
      default -> plain;
    };
  }
}
