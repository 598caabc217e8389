package io.lyncwatch.agent.kit;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A dashboard drawn without Grafana, for people who want to see where its panels lie and what is in
 * them: the grid, the titles, and the values of each panel in its order, as far as there is room.
 */
public record DashboardPage(JsonNode dashboard, Prometheus prometheus) {
  private static final int ROW_HEIGHT = 38;
  private static final int HEAD_HEIGHT = 56;
  private static final int LINE_HEIGHT = 17;

  /** Who answers. */
  @FunctionalInterface
  public interface Prometheus {
    /** All series that an expression gives now. */
    List<Sample> samples(String expression) throws Exception;
  }

  /** A query as it is asked when the reader has chosen nothing. */
  public static String chosen(String query) {
    return query
        .replace("$__rate_interval", "20s")
        .replace("$__range", "5m")
        .replaceAll("\\$\\w+", ".+");
  }

  /** How high it is drawn, in pixels. */
  public int height() {
    int rows =
        panels().stream()
            .map(panel -> panel.path("gridPos"))
            .mapToInt(place -> place.path("y").asInt() + place.path("h").asInt())
            .max()
            .orElse(0);
    return (rows + 2) * ROW_HEIGHT;
  }

  /** The page. */
  public String html() throws Exception {
    List<String> drawn = new ArrayList<>();
    for (JsonNode panel : panels()) {
      drawn.add(panel(panel));
    }
    return """
    <!doctype html><meta charset="utf-8"><title>%s</title>
    <style>
    body { margin: 8px; background: #111217; color: #ccccdc; font: 12px sans-serif }
    main { display: grid; grid-template-columns: repeat(24, 1fr); grid-auto-rows: %dpx; gap: 0 }
    section { margin: 2px; padding: 4px 8px; overflow: hidden }
    section { background: #181b1f; border: 1px solid #2c3235 }
    section.row { background: none; border: none }
    h2 { margin: 0; font-size: 13px } p { margin: 0 0 4px; color: #888 }
    table { border-spacing: 0 }
    td { padding: 1px 8px 1px 0; height: 15px; white-space: nowrap }
    td:first-child { text-align: right; font-weight: bold }
    </style>
    <h1>%s</h1>
    <main>
    %s
    </main>
    """
        .formatted(
            escaped(dashboard.path("title").asString()),
            ROW_HEIGHT,
            escaped(dashboard.path("title").asString()),
            String.join("\n", drawn));
  }

  private List<JsonNode> panels() {
    return dashboard.path("panels").valueStream().toList();
  }

  private String panel(JsonNode panel) throws Exception {
    JsonNode place = panel.path("gridPos");
    int height = place.path("h").asInt();
    return """
    <section class="%s" style="grid-area: %d / %d / span %d / span %d">
    <h2>%s</h2><p>%s %s</p><table>%s</table></section>\
    """
        .formatted(
            panel.path("type").asString(),
            place.path("y").asInt() + 1,
            place.path("x").asInt() + 1,
            height,
            place.path("w").asInt(),
            escaped(panel.path("title").asString()),
            escaped(panel.path("type").asString()),
            escaped(panel.path("fieldConfig").path("defaults").path("unit").asString("")),
            String.join("", fitting(height, lines(panel))));
  }

  private List<String> lines(JsonNode json) throws Exception {
    ShownPanel panel = new ShownPanel(dashboard.path("title").asString(), json);
    List<String> lines = new ArrayList<>();
    for (ShownPanel.Question question : panel.questions()) {
      prometheus.samples(chosen(question.query())).stream()
          .sorted(panel.order(question))
          .map(sample -> line(panel, question, sample))
          .forEach(lines::add);
    }
    return lines;
  }

  private static List<String> fitting(int height, List<String> lines) {
    int most = Math.max(2, (height * ROW_HEIGHT - HEAD_HEIGHT) / LINE_HEIGHT);
    if (lines.size() <= most) {
      return lines;
    }
    List<String> first = new ArrayList<>(lines.subList(0, most - 1));
    first.add("<tr><td></td><td>and %d more</td></tr>".formatted(lines.size() - first.size()));
    return first;
  }

  private static String line(ShownPanel panel, ShownPanel.Question question, Sample sample) {
    ShownValue value =
        ShownValue.of(panel.json().path("fieldConfig"), panel.field(question, sample), sample);
    return "<tr><td style=\"color: %s\">%s</td><td>%s</td></tr>"
        .formatted(value.colour(), escaped(value.text()), escaped(panel.name(question, sample)));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
