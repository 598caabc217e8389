package io.lyncwatch.lab.site;

import java.util.Locale;

/** The paths of the Autodiscover service, in lower case: IIS does not care. */
final class Paths {
  static final String SERVICE = "/Autodiscover/AutodiscoverService.svc/root";
  static final String FRAME = "/Autodiscover/XFrame/XFrame.html";

  private Paths() {}

  /**
   * What a path leads to: in lower case, without a slash at its end, and after the URL Rewrite
   * module, which knows two short forms.
   */
  static String rewritten(String path) {
    String plain = path.toLowerCase(Locale.ROOT).replaceFirst("/+$", "");
    return switch (plain) {
      case "" -> SERVICE.toLowerCase(Locale.ROOT);
      case "/xframe" -> FRAME.toLowerCase(Locale.ROOT);
      default -> plain;
    };
  }
}
