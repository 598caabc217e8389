package io.lyncwatch.agent.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads a small text file whole. */
sealed interface TextFile {
  /** What it holds, without a byte order mark. */
  record Text(String text) implements TextFile {}

  /** Why it cannot be read, in words that go on from its name. */
  record Failed(String why) implements TextFile {}

  /** Reads a file of at most {@code largest} bytes in UTF-8. */
  static TextFile read(Path file, int largest) {
    if (Files.isDirectory(file)) {
      return new Failed("is a directory");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(largest + 1);
      if (bytes.length > largest) {
        return new Failed("is larger than " + largest + " bytes");
      }
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new Text(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (NoSuchFileException e) {
      return new Failed("does not exist");
    } catch (AccessDeniedException e) {
      return new Failed("may not be read by this user");
    } catch (CharacterCodingException e) {
      return new Failed("is not text in UTF-8");
    } catch (IOException e) {
      return new Failed("cannot be read (" + e.getMessage() + ")");
    }
  }
}
