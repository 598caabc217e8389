package io.lyncwatch.discovery.tls;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * All tests of the module run in one JVM, and whichever touches TLS first fixes the settings for
 * all. A launcher opens its session before it looks for tests, in the build and in an IDE alike, so
 * this comes before any of them.
 */
public final class OldTlsInTests implements LauncherSessionListener {
  @Override
  public void launcherSessionOpened(LauncherSession session) {
    LegacyTls.allow();
  }
}
