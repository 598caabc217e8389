package io.lyncwatch.agent.cli;

import io.lyncwatch.agent.build.BuildInfo;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"lyncwatch " + BuildInfo.load().version()};
  }
}
