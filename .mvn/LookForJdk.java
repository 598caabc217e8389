import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Leaves a file behind if the JDK that runs this program is new enough to build Lyncwatch. */
final class LookForJdk {
  public static void main(String[] arguments) throws IOException {
    Path found = Path.of(arguments[1]);
    Files.deleteIfExists(found);
    if (Runtime.version().feature() >= Integer.parseInt(arguments[0])) {
      Files.createDirectories(found.getParent());
      Files.createFile(found);
    }
  }
}
