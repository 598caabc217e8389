package io.lyncwatch.agent.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What became of each client in each deployment, as text for people. */
final class MatrixTable {
  private static final String NO_SUCH_CLIENT = "-";

  private final List<List<String>> columns;
  private final Map<String, Map<List<String>, String>> rows = new LinkedHashMap<>();

  /**
   * @param columns the words above each, one below the other, all equally many
   */
  MatrixTable(List<List<String>> columns) {
    this.columns = List.copyOf(columns);
  }

  void put(String row, List<String> column, String cell) {
    rows.computeIfAbsent(row, any -> new LinkedHashMap<>()).put(column, cell);
  }

  @Override
  public String toString() {
    List<List<String>> lines = new ArrayList<>();
    for (int i = 0; i < columns.getFirst().size(); i++) {
      lines.add(headings(i));
    }
    rows.forEach((name, cells) -> {
      List<String> line = new ArrayList<>(List.of(name));
      columns.forEach(column -> line.add(cells.getOrDefault(column, NO_SUCH_CLIENT)));
      lines.add(line);
    });
    StringBuilder text = new StringBuilder();
    for (List<String> line : lines) {
      StringBuilder written = new StringBuilder();
      for (int i = 0; i < line.size(); i++) {
        written.append(("%-" + (width(lines, i) + 2) + "s").formatted(line.get(i)));
      }
      text.append(written.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private List<String> headings(int level) {
    List<String> line = new ArrayList<>(List.of(""));
    columns.forEach(column -> line.add(column.get(level)));
    return line;
  }

  private static int width(List<List<String>> lines, int column) {
    return lines.stream().mapToInt(line -> line.get(column).length()).max().orElse(0);
  }
}
