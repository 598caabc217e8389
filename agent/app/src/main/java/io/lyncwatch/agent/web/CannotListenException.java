package io.lyncwatch.agent.web;

import java.io.IOException;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/** The agent cannot listen where it should; the message is one line for people. */
public final class CannotListenException extends IOException {
  private static final long serialVersionUID = 1;

  CannotListenException(InetSocketAddress listen, String why, @Nullable Throwable cause) {
    super(
        "cannot listen on "
            + listen.getHostString()
            + ":"
            + listen.getPort()
            + ": "
            + why
            + "; end what uses it, or take another address or port ('listen' in a configuration,"
            + " --listen of the demo)",
        cause);
  }
}
