package io.lyncwatch.discovery.auth;

/** How the messages of NTLM travel in the headers of HTTP. */
public enum NtlmForm {
  /** Bare, under its own name: what most servers understand. */
  NTLM("NTLM", false),
  /** Under Negotiate, wrapped as RFC 4559 wants it. */
  WRAPPED("Negotiate", true),
  /** Under Negotiate, bare: for servers that look for NTLM there, but not into the wrapping. */
  BARE("Negotiate", false);

  private final String scheme;
  private final boolean wrapped;

  NtlmForm(String scheme, boolean wrapped) {
    this.scheme = scheme;
    this.wrapped = wrapped;
  }

  /** The authentication scheme that the messages follow. */
  public String scheme() {
    return scheme;
  }

  /** Whether SPNEGO is around them. */
  boolean wrapped() {
    return wrapped;
  }

  /** What is agreed on beside the usual: the wrapping is signed, where the server can do that. */
  int offered() {
    return wrapped ? NtlmFlags.OFFERED | NtlmFlags.SIGN : NtlmFlags.OFFERED;
  }

  /** For people. */
  @Override
  public String toString() {
    return wrapped ? "NTLM wrapped in Negotiate" : this == BARE ? "NTLM under Negotiate" : "NTLM";
  }
}
