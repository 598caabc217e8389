package io.lyncwatch.lab;

import io.lyncwatch.lab.certificates.OldTls;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * All tests of the module run in one JVM, and whichever touches TLS first fixes the settings for
 * all: this comes before any of them.
 */
public final class OldTlsInTests implements LauncherSessionListener {
  @Override
  public void launcherSessionOpened(LauncherSession session) {
    try {
      OldTls.allow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
