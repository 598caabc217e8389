package io.lyncwatch.discovery.ticket;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Why a server rejects a sign-in, where it says more than that it does. Most do not: what is read
 * here are the codes of Windows (NTSTATUS, HRESULT) that pages of IIS may show, those of Entra ID,
 * and the sentences of Windows in English.
 */
public enum StatedCause {
  /** The password has ended, or is one that has to be changed first. */
  PASSWORD_EXPIRED(
      "c0000071|c0000224|80070532|80070773|AADSTS50055|AADSTS50144|user_password_expired",
      "password (has|is) expired|password must be changed|must change (the|your|his) password"),
  /** Too many wrong passwords, by whomever. */
  LOCKED(
      "c0000234|80070775|AADSTS50053",
      "account (is|has been|is currently) locked|account is temporarily locked|locked out"),
  /** Switched off by an administrator. */
  DISABLED("c0000072|80070533|AADSTS50057", "account (is|has been|is currently) disabled"),
  /** The account itself, not its password, has ended. */
  ACCOUNT_EXPIRED("c0000193|80070701", "account has expired"),
  /** Not at this time, or not from there. */
  RESTRICTED("c000006e|c000006f|c0000070|80070530|80070531", "account restriction"),
  /** There is no such user. */
  UNKNOWN("AADSTS50034|AADSTS51004"),
  /** The secret of the program has ended. */
  PROGRAM_EXPIRED("AADSTS7000222"),
  /** The secret of the program is another. */
  PROGRAM_WRONG("AADSTS7000215|AADSTS50012"),
  /** No such user, or not with that password. */
  WRONG(
      "c000006a|c0000064|8007052e|AADSTS50126|AADSTS50056",
      "user name or (bad )?password is incorrect");

  /** Far more than any page of IIS; a whole body would be searched for seconds. */
  private static final int LONGEST_PAGE = 1 << 16;

  private final Pattern codes;
  private final Pattern sentences;

  StatedCause(String codes) {
    this(codes, "(?!)"); // no sentence says it
  }

  StatedCause(String codes, String sentences) {
    this.codes =
        Pattern.compile("(?<![0-9a-z])(0x)?(" + codes + ")(?![0-9a-z])", Pattern.CASE_INSENSITIVE);
    this.sentences = Pattern.compile(sentences, Pattern.CASE_INSENSITIVE);
  }

  /** Reads what a service says of its refusal. */
  public static Optional<StatedCause> ofWords(String words) {
    return first(
        cause -> cause.codes.matcher(words).find() || cause.sentences.matcher(words).find());
  }

  /** Reads a whole page, by codes only: pages of advice name every cause there is. */
  public static Optional<StatedCause> ofPage(String page) {
    String begin = page.substring(0, Math.min(page.length(), LONGEST_PAGE));
    return first(cause -> cause.codes.matcher(begin).find());
  }

  private static Optional<StatedCause> first(Predicate<StatedCause> said) {
    return Arrays.stream(values()).filter(said).findFirst();
  }
}
