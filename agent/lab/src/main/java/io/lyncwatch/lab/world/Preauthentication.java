package io.lyncwatch.lab.world;

/** How a reverse proxy asks clients who they are before it lets them through. */
public enum Preauthentication {
  /** It sends them to the login page of the company's federation service. */
  REDIRECT,
  /** It demands credentials by HTTP authentication. */
  CHALLENGE
}
