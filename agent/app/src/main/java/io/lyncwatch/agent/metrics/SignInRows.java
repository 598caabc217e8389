package io.lyncwatch.agent.metrics;

import io.lyncwatch.discovery.report.Facts;
import io.lyncwatch.discovery.report.TargetId;

/** What a walk of one account measured. */
final class SignInRows {
  private SignInRows() {}

  static void write(TargetId target, Facts.SignIn facts, Rows.Seen rows) {
    String domain = target.domain();
    String account = target.name();
    rows.highest(MetricCatalogue.SIGN_IN_REDIRECTS, facts.redirects(), domain, account);
    facts
        .guarded()
        .ifPresent(guarded -> rows.any(MetricCatalogue.ACCOUNT_GUARDED, guarded, domain, account));
    facts
        .passwordExpires()
        .ifPresent(end -> rows.earliest(MetricCatalogue.PASSWORD_EXPIRES, end, domain, account));
    facts
        .failover()
        .ifPresent(failover -> rows.any(MetricCatalogue.FAILOVER, failover, domain, account));
    facts
        .signedIn()
        .ifPresent(works -> rows.all(MetricCatalogue.SIGNED_IN_SUCCESS, works, domain, account));
    facts
        .clockSkew()
        .ifPresent(skew -> rows.longest(MetricCatalogue.CLOCK_SKEW, skew, domain, account));
    facts
        .home()
        .ifPresent(home ->
            rows.holds(
                MetricCatalogue.HOME_POOL, domain, account, home.pool(), home.accessLocation()));
    for (Facts.ServiceResult service : facts.services()) {
      rows.all(
          MetricCatalogue.SERVICE_SUCCESS,
          service.success(),
          domain,
          account,
          service.service(),
          service.side().label());
    }
  }
}
