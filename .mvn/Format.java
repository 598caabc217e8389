import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Holds every Java source below a folder to google-java-format: "check" names those that differ,
 * "apply" rewrites them. Leaves a file behind if nothing differs any more.
 */
final class Format {
  public static void main(String[] arguments) throws Exception {
    boolean apply = arguments[0].equals("apply");
    List<Path> different = new ArrayList<>();
    for (Path source : sources(Path.of(arguments[1]))) {
      String text = Files.readString(source);
      String formatted = format(text);
      if (!formatted.equals(text)) {
        different.add(source);
        if (apply) {
          Files.writeString(source, formatted);
        }
      }
    }
    Path formatted = Path.of(arguments[2]);
    Files.deleteIfExists(formatted);
    if (apply || different.isEmpty()) {
      Files.createDirectories(formatted.getParent());
      Files.createFile(formatted);
    } else {
      different.forEach(source -> System.err.println("not formatted: " + source));
    }
  }

  /** Long strings that are broken in the first pass are indented in the second. */
  private static String format(String text) throws Exception {
    String once = pass(text);
    String twice = pass(once);
    return twice.equals(once) ? once : pass(twice);
  }

  private static String pass(String text) throws Exception {
    return new Formatter()
        .formatSourceAndFixImports(RemoveUnusedImports.removeUnusedImports(text));
  }

  private static List<Path> sources(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> file.toString().contains("/src/"))
          .toList();
    }
  }
}
