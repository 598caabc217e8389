package io.lyncwatch.discovery.auth;

/** What a client makes of a server's NTLM challenge. */
public sealed interface NtlmAnswer {
  /**
   * The third message.
   *
   * @param base64 to be sent after the scheme on the connection that the challenge came on
   * @param server who answered, from the challenge
   */
  record Token(String base64, ServerNames server) implements NtlmAnswer {
    /** Without the token: it would do for guessing the password. */
    @Override
    public String toString() {
      return "Token[base64=***, server=" + server + "]";
    }
  }

  /**
   * The challenge is not answered, and nothing of the password has left this process.
   *
   * @param why one clause for people, without a full stop
   */
  record Refused(String why) implements NtlmAnswer {}
}
