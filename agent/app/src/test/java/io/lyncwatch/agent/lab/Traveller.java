package io.lyncwatch.agent.lab;

import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.auth.KerberosSettings;
import io.lyncwatch.discovery.auth.Realm;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.walk.SignInMethod;
import io.lyncwatch.lab.Lab;
import java.util.List;
import java.util.Optional;

/** Who goes through a deployment to see what is wrong with it. */
enum Traveller {
  /** A user of the first pool, as phones sign in. */
  USUAL,
  /** The same, as machines of the company's network do. */
  WITH_KERBEROS,
  /** A user whose home is at a hoster. */
  HOMED_ELSEWHERE;

  Report signIn(Lab lab, View view) {
    return switch (this) {
      case USUAL -> walker(lab).signIn(view, "alice@contoso.example");
      case WITH_KERBEROS -> withKerberos(lab, view, "alice@contoso.example");
      case HOMED_ELSEWHERE ->
          Walker.hasty(lab, List.of("contoso.example", "online.example"))
              .signIn(view, "erin@contoso.example");
    };
  }

  private static Walker walker(Lab lab) {
    return Walker.hasty(lab, List.of("contoso.example"));
  }

  private static Report withKerberos(Lab lab, View view, String address) {
    String kdc = lab.kdc().getAddress().getHostAddress() + ":" + lab.kdc().getPort();
    KerberosSettings kerberos =
        new KerberosSettings(
            new Realm(lab.realm().name(), List.of(kdc)), Optional.empty(), Optional.empty());
    return walker(lab)
        .signIn(view, address, SignInMethod.KERBEROS, lab.user(address).password(), kerberos);
  }
}
