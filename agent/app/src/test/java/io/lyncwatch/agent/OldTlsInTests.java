package io.lyncwatch.agent;

import io.lyncwatch.discovery.tls.LegacyTls;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Does for the tests, which share one JVM, what {@link Main} does for the agent, before any of them
 * touches TLS.
 */
public final class OldTlsInTests implements LauncherSessionListener {
  @Override
  public void launcherSessionOpened(LauncherSession session) {
    LegacyTls.allow();
  }
}
