package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.document.Token;

/** Which link of a root document a walk takes if it has the choice. */
enum Branch {
  /** To the User document for a web ticket; in the UCWA forms that link is for a bearer token. */
  WEB_TICKET(Token.USER, Token.OAUTH),
  /** To the User document for a bearer token. */
  BEARER(Token.OAUTH, Token.USER);

  private final String first;
  private final String second;

  Branch(String first, String second) {
    this.first = first;
    this.second = second;
  }

  String first() {
    return first;
  }

  String second() {
    return second;
  }
}
