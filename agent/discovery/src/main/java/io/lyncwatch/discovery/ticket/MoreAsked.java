package io.lyncwatch.discovery.ticket;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an authority wants beside a secret that it has nothing against: something that only a person
 * in front of a browser gives. The codes are those of Entra ID, which looks at the password first;
 * the words those of OpenID Connect (Core 3.1.2.6) and what Entra ID writes as {@code suberror}.
 */
public enum MoreAsked {
  /** A second proof, or that the user sets one up. */
  SECOND_FACTOR(
      "AADSTS(50072|50074|50076|50078|50079|50158|50169|500121|50203|53004)|mfa_required"),
  /** That the user or an administrator lets the program act for the user. */
  CONSENT("AADSTS(65001|65004|90094|90095|900941)|consent_required"),
  /** A device, a place, an app or a role that the account's policies ask for. */
  POLICY(
      "AADSTS(50005|50097|50105|50129|50131|53000|53001|53002|53003|53009|53010|53011|530001"
          + "|530002|530003|530021|530022|530031|530032|530034|530035|501291)"
          + "|protection_policy_required"),
  /** Somebody who answers questions, which ones is not said. */
  PERSON(
      "AADSTS(16000|16001|16002|50058|50125|50140|50199)|interaction_required|login_required"
          + "|account_selection_required|basic_action|additional_action|message_only");

  private final Pattern codes;

  MoreAsked(String codes) {
    this.codes =
        Pattern.compile("(?<![0-9a-z_])(" + codes + ")(?![0-9a-z_])", Pattern.CASE_INSENSITIVE);
  }

  /** Reads codes and words of an error. */
  static Optional<MoreAsked> of(String words) {
    return Arrays.stream(values()).filter(more -> more.codes.matcher(words).find()).findFirst();
  }
}
