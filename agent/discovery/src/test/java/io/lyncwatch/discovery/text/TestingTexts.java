package io.lyncwatch.discovery.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Example files beside a test, and hostile variations of them. */
public final class TestingTexts {
  private static final List<String> SCRAPS =
      List.of(
          "<",
          "</",
          "/>",
          ">",
          "<!--",
          "-->",
          "<![CDATA[",
          "]]>",
          "<?",
          "?>",
          "&#0;",
          "&#xD83D;",
          "&lt;",
          "&none;",
          "<!DOCTYPE a [",
          "\"",
          "'",
          "=",
          "\u0000",
          "\uFEFF",
          "\uD83D",
          "xmlns",
          "<?xml version=\"1.1\"?>",
          "{",
          "}",
          "[",
          "]",
          "\\u",
          "\\",
          "1e9999",
          "null",
          ",",
          ":",
          "//",
          "%",
          "@",
          ";",
          "cwt:",
          "\r\n");

  private TestingTexts() {}

  /** The text of a file beside the class. */
  public static String example(Class<?> test, String file) {
    try (InputStream in = test.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalArgumentException("no example " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Damaged variations, the same ones for the same seed. */
  public static Stream<String> damaged(String text, long seed, int count) {
    Random random = new Random(seed);
    return Stream.generate(() -> damage(text, random)).limit(count);
  }

  /** Texts of random characters, most of them short. */
  public static Stream<String> noise(long seed, int count) {
    Random random = new Random(seed);
    return Stream.generate(() -> noise(random)).limit(count);
  }

  /** Big and evil ones, each against another weakness of parsers. */
  public static Stream<String> bombs() {
    StringBuilder attributes = new StringBuilder("<a");
    for (int i = 0; i < 50_000; i++) {
      attributes.append(" a").append(i).append("=''");
    }
    return Stream.of(
        "<a>".repeat(300_000),
        "<a>".repeat(65) + "</a>".repeat(65),
        "<a>" + "<b/>".repeat(200_000) + "</a>",
        attributes + "/>",
        "<" + "a".repeat(1_000_000) + "/>",
        "<a b='" + "x".repeat(1_000_000),
        "<a>" + "&amp;".repeat(200_000) + "</a>",
        "<a>" + "<![CDATA[]]>".repeat(80_000) + "</a>",
        "<!DOCTYPE a [<!ENTITY b \"bb\"><!ENTITY c \"&b;&b;\">]><a>&c;</a>",
        "<!DOCTYPE a SYSTEM \"http://127.0.0.1:9/a.dtd\"><a/>",
        "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]><a>&b;</a>",
        "[".repeat(1_000_000),
        "{\"Root\":".repeat(100_000),
        "{\"Root\":{\"Links\":[" + "{},".repeat(300_000) + "{}]}}",
        "{\"Root\":" + "9".repeat(1_000_000) + "}",
        "<title".repeat(100_000),
        " ".repeat(2_000_000),
        "x".repeat(3_000_000));
  }

  private static String damage(String text, Random random) {
    StringBuilder damaged = new StringBuilder(text);
    for (int i = random.nextInt(4); i >= 0 && !damaged.isEmpty(); i--) {
      int at = random.nextInt(damaged.length());
      int end = Math.min(damaged.length(), at + random.nextInt(60));
      switch (random.nextInt(5)) {
        case 0 -> damaged.insert(at, SCRAPS.get(random.nextInt(SCRAPS.size())));
        case 1 -> damaged.setCharAt(at, (char) (damaged.charAt(at) ^ (1 << random.nextInt(16))));
        case 2 -> damaged.setLength(at);
        case 3 -> damaged.delete(at, end);
        default -> damaged.insert(random.nextInt(damaged.length()), damaged.substring(at, end));
      }
    }
    return damaged.toString();
  }

  private static String noise(Random random) {
    StringBuilder noise = new StringBuilder();
    for (int i = random.nextInt(200); i > 0; i--) {
      if (random.nextInt(3) == 0) {
        noise.append(SCRAPS.get(random.nextInt(SCRAPS.size())));
      } else {
        noise.append((char) random.nextInt(random.nextBoolean() ? 128 : 65_536));
      }
    }
    return noise.toString();
  }
}
