package io.lyncwatch.agent.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;

/**
 * Lays the status page out. The document stands alone: its style is inside, allowed by its digest,
 * and there is no script and nothing to be loaded.
 */
final class StatusDocument {
  private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
  private final String style = style();
  private final String policy =
      "default-src 'none'; style-src 'sha256-"
          + digest(style)
          + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  /**
   * The page as HTML.
   *
   * @param refreshing whether browsers are to load it anew by themselves
   */
  Document of(StatusPage page, boolean refreshing) {
    StringOutput html = new StringOutput();
    templates.render(
        "status.jte", Map.of("page", page, "style", style, "refreshing", refreshing), html);
    return new Document(policy, html.toString());
  }

  private static String style() {
    try (InputStream file =
        Objects.requireNonNull(StatusDocument.class.getResourceAsStream("status.css"))) {
      return new String(file.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String digest(String text) {
    try {
      return Base64.getEncoder()
          .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
