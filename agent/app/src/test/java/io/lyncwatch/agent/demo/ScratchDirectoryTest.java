package io.lyncwatch.agent.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ScratchDirectoryTest {
  @Test
  void it_goes_with_all_that_was_put_into_it() throws IOException {
    Path path;
    try (ScratchDirectory scratch = ScratchDirectory.create("lyncwatch-test")) {
      path = scratch.path();
      Files.writeString(Files.createDirectory(path.resolve("passwords")).resolve("alice"), "x");
    }

    assertThat(path).doesNotExist();
  }
}
