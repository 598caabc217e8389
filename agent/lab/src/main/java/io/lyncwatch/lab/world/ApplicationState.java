package io.lyncwatch.lab.world;

/** How a web application of a server is, as IIS sees it. */
public enum ApplicationState {
  /** It answers. */
  RUNNING,
  /** It was never set up: there is nothing at its paths. */
  MISSING,
  /** Its application pool is stopped: the operating system answers before IIS does. */
  STOPPED,
  /** Its configuration cannot be read. */
  DAMAGED
}
