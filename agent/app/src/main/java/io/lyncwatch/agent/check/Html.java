package io.lyncwatch.agent.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;

/**
 * Tells an examination as one file to attach to a ticket: the verdict, what to do, what was found,
 * and the requests of each view drawn as a sequence. It loads nothing and has no script.
 */
public final class Html {
  private Html() {}

  /**
   * The document.
   *
   * @param now when the examination was made
   * @param version of the agent
   */
  public static String of(Examination examination, Instant now, String version) {
    StringOutput html = new StringOutput();
    TemplateEngine.createPrecompiled(ContentType.Html)
        .render(
            "check.jte",
            Map.of(
                "page",
                CheckPage.of(examination, now.truncatedTo(ChronoUnit.SECONDS).toString(), version),
                "style",
                style()),
            html);
    return html.toString();
  }

  private static String style() {
    try (InputStream file = Objects.requireNonNull(Html.class.getResourceAsStream("check.css"))) {
      return new String(file.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
