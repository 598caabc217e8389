package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.SignInAddress;
import io.lyncwatch.discovery.auth.UserName;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a rejection may come from where the server does not say: nearly all of them give the same
 * answer to a wrong password, an account that is locked and one that is disabled.
 *
 * @param ended the day on which the password ended, if by the configuration it has
 * @param nameIsAddress whether the user name is the sign-in address, which the directory may not
 *     know
 */
record Suspects(Optional<LocalDate> ended, boolean nameIsAddress) {
  static Suspects of(SignIn signIn, SignInAddress address, LocalDate today) {
    return new Suspects(
        signIn.passwordExpires().filter(day -> !today.isBefore(day)),
        isAddress(signIn.userName(), address));
  }

  private static boolean isAddress(UserName name, SignInAddress address) {
    return name.toString().equalsIgnoreCase(address.toString());
  }

  /**
   * In one sentence, the likeliest first.
   *
   * @param proof whether a proof bound to the connection was rejected, and not a password
   */
  String words(boolean proof) {
    List<String> all = new ArrayList<>();
    ended.ifPresent(day -> all.add("the password, which by the configuration ended on " + day));
    all.add("a wrong or changed password");
    if (ended.isEmpty()) {
      all.add("one that has expired");
    }
    all.add("an account that is locked, or disabled");
    all.add(
        nameIsAddress
            ? "a user name in the directory that is not the sign-in address (set username)"
            : "another user name than the directory's");
    if (proof) {
      all.add("a proxy or balancer that does not keep a client's connection to one server");
      all.add(
          "a proxy that ends TLS before a server with Extended Protection, or a domain that does"
              + " not take NTLMv2");
    }
    return "What it may be, the likeliest first: " + String.join("; ", all) + ".";
  }
}
