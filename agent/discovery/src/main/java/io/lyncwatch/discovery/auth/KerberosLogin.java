package io.lyncwatch.discovery.auth;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import javax.security.auth.login.Configuration;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;

/**
 * Signs an account in at its realm, by Java's own Kerberos and with nothing of its surroundings.
 */
final class KerberosLogin {
  private static final String MODULE = "com.sun.security.auth.module.Krb5LoginModule";

  private KerberosLogin() {}

  /** Asks the realm; the subject then holds what tickets are had with. */
  static Subject login(String principal, Secret password, Optional<Path> keytab)
      throws LoginException {
    Map<String, String> options = new HashMap<>(Map.of("isInitiator", "true"));
    keytab.ifPresent(file -> {
      options.put("useKeyTab", "true");
      options.put("keyTab", file.toString());
      options.put("doNotPrompt", "true");
    });
    LoginContext context =
        keytab.isPresent()
            ? context(principal, options)
            : context(principal, options, callbacks -> answer(callbacks, password));
    context.login();
    return context.getSubject();
  }

  /** With nobody who could be asked for a password. */
  static LoginContext context(String principal, Map<String, String> options) throws LoginException {
    return context(principal, options, callbacks -> {});
  }

  private static LoginContext context(
      String principal, Map<String, String> options, CallbackHandler handler)
      throws LoginException {
    Map<String, String> all = new HashMap<>(options);
    all.put("principal", principal);
    all.put("useTicketCache", "false");
    return new LoginContext("lyncwatch", new Subject(), handler, entry(all));
  }

  private static Configuration entry(Map<String, String> options) {
    return new Configuration() {
      @Override
      public AppConfigurationEntry[] getAppConfigurationEntry(String name) {
        return new AppConfigurationEntry[] {
          new AppConfigurationEntry(MODULE, LoginModuleControlFlag.REQUIRED, options)
        };
      }
    };
  }

  private static void answer(Callback[] callbacks, Secret password) {
    for (Callback callback : callbacks) {
      if (callback instanceof PasswordCallback asked) {
        asked.setPassword(password.reveal().toCharArray());
      }
    }
  }
}
