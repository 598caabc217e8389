package io.lyncwatch.agent.demo;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * A new directory for the files of one lab, gone when it is closed: they hold passwords, if only of
 * people who do not exist.
 */
public record ScratchDirectory(Path path) implements AutoCloseable {
  /**
   * Makes one among the temporary files.
   *
   * @param name the start of its name
   */
  public static ScratchDirectory create(String name) throws IOException {
    return new ScratchDirectory(Files.createTempDirectory(name));
  }

  @Override
  public void close() throws IOException {
    Files.walkFileTree(
        path,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
              throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
