package io.lyncwatch.agent.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lyncwatch.agent.demo.Demo;
import io.lyncwatch.agent.kit.DashboardPage;
import io.lyncwatch.agent.kit.Sample;
import io.lyncwatch.agent.kit.ShownPanel;
import io.lyncwatch.agent.kit.ShownPanel.Question;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * The dashboards on a real Prometheus that scrapes the demonstration, and other programs with it.
 * Pictures of them, as near as one comes without Grafana, are left in {@code target/dashboards}.
 */
@Timeout(180)
class PanelsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int WIDTH = 1800;

  /** No scrape that takes so long ends well, so nothing is added any more to what is as old. */
  private static final Duration SCRAPED = Duration.ofSeconds(5);

  @TempDir private static Path directory;

  @AutoClose private static Demo demo;
  @AutoClose private static ForeignExporter foreign;
  @AutoClose private static PrometheusServer prometheus;

  @BeforeAll
  static void open() throws IOException {
    PeerProgram.installed("prometheus", "prometheus");
    demo = Demo.start(directory.resolve("demo"), "127.0.0.1:0");
    foreign = ForeignExporter.open();
    List<PrometheusServer.Job> jobs = new ArrayList<>(foreign.jobs());
    jobs.add(PrometheusServer.Job.ofAgent(demo.agent().address()));
    prometheus =
        PrometheusServer.scraping(jobs, Files.createDirectory(directory.resolve("prometheus")));
  }

  static Stream<ShownPanel> panels() {
    return ShownPanel.all();
  }

  @ParameterizedTest
  @MethodSource("panels")
  void every_panel_has_something_to_show(ShownPanel panel) {
    awaitAnswers(panel);
  }

  private static void awaitAnswers(ShownPanel panel) {
    for (Question question : panel.questions()) {
      await()
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThat(answer(question)).as(question.query()).isNotEmpty());
    }
  }

  private static List<Sample> answer(Question question) throws Exception {
    return prometheus.samples(DashboardPage.chosen(question.query()));
  }

  @ParameterizedTest
  @MethodSource("panels")
  void legends_columns_and_links_of_a_panel_name_labels_that_its_answers_have(ShownPanel panel) {
    for (Question question : panel.questions()) {
      await()
          .atMost(PATIENCE)
          .untilAsserted(() ->
              assertThat(answer(question))
                  .flatMap(sample -> sample.labels().keySet())
                  .containsAll(panel.labelsNamed(question)));
    }
  }

  @ParameterizedTest
  @MethodSource("panels")
  void what_a_panel_shows_can_be_told_apart(ShownPanel panel) throws Exception {
    awaitAnswers(panel);
    List<String> names = new ArrayList<>();
    for (Question question : panel.questions()) {
      answer(question).forEach(sample -> names.add(panel.name(question, sample)));
    }

    assertThat(names).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("panels")
  void a_table_has_a_column_for_each_label(ShownPanel panel) throws Exception {
    awaitAnswers(panel);
    for (Question question : panel.questions()) {
      assertThat(answer(question)).allMatch(sample -> panel.labelsWithoutColumn(sample).isEmpty());
    }
  }

  @ParameterizedTest
  @MethodSource("panels")
  void what_other_programs_export_changes_nothing(ShownPanel panel) throws Exception {
    for (Question question : panel.questions()) {
      String query = DashboardPage.chosen(question.query());
      String ofAgents = DashboardPage.chosen(question.query().replace("$job\"", "lyncwatch\""));
      Instant moment =
          await()
              .atMost(PATIENCE)
              .until(() -> momentWithAnswers(ofAgents), Optional::isPresent)
              .orElseThrow();

      assertThat(prometheus.samples(query, moment))
          .containsExactlyInAnyOrderElementsOf(prometheus.samples(ofAgents, moment));
    }
  }

  private static Optional<Instant> momentWithAnswers(String query) throws Exception {
    Instant moment = Instant.now().minus(SCRAPED);
    return prometheus.samples("up{job!=\"lyncwatch\"}", moment).size() == 2
            && !prometheus.samples(query, moment).isEmpty()
        ? Optional.of(moment)
        : Optional.empty();
  }

  @ParameterizedTest
  @MethodSource("io.lyncwatch.agent.kit.Kit#dashboards")
  void a_dashboard_can_be_looked_at(JsonNode dashboard) throws Exception {
    String chromium = PeerProgram.installed("chromium", "chromium");
    ShownPanel.of(dashboard).forEach(PanelsTest::awaitAnswers);
    DashboardPage page = new DashboardPage(dashboard, prometheus::samples);
    Path folder = Files.createDirectories(Path.of("target", "dashboards").toAbsolutePath());
    String name = dashboard.path("uid").asString();
    Path html = Files.writeString(folder.resolve(name + ".html"), page.html());
    Path picture = folder.resolve(name + ".png");
    Files.deleteIfExists(picture);

    PeerProgram.run(
        Path.of("/dev/null"),
        directory.resolve("chromium"),
        List.of(
            chromium,
            "--headless",
            "--no-sandbox", // it refuses to run as root with one
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--user-data-dir=" + directory.resolve("chromium-" + name),
            "--hide-scrollbars",
            "--window-size=" + WIDTH + "," + page.height(),
            "--screenshot=" + picture,
            html.toUri().toString()));

    assertThat(picture).as(Files.readString(directory.resolve("chromium"))).isNotEmptyFile();
    BufferedImage drawn = ImageIO.read(picture.toFile());
    assertThat(List.of(drawn.getWidth(), drawn.getHeight())).containsExactly(WIDTH, page.height());
  }
}
