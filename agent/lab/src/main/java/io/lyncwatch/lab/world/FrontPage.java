package io.lyncwatch.lab.world;

/** What the sites of a server make of a request for {@code /} alone. */
public enum FrontPage {
  /** The rule of IIS URL Rewrite leads it, and {@code /xframe}, to the Autodiscover service. */
  REWRITTEN,
  /** There is no such rule, and nothing else. */
  NOT_FOUND,
  /** There is no such rule, but the page that IIS brings along. */
  START_PAGE
}
