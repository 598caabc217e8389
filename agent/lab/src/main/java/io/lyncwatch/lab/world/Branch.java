package io.lyncwatch.lab.world;

import java.util.Locale;

/** Which ways to authenticate a server offers. */
public enum Branch {
  /** Web tickets, MS-OCAUTHWS. */
  WEB_TICKET,
  /** Bearer tokens. */
  OAUTH,
  /** Web tickets and bearer tokens. */
  BOTH;

  /** As people write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public String toString() {
    return label();
  }
}
