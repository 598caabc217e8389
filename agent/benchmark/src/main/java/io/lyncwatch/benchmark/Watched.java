package io.lyncwatch.benchmark;

import io.lyncwatch.agent.config.Configuration;
import io.lyncwatch.agent.inventory.Inventory;
import io.lyncwatch.agent.run.Agent;
import io.lyncwatch.agent.targets.Networks;
import io.lyncwatch.agent.targets.Targets;
import io.lyncwatch.agent.targets.Walks;
import io.lyncwatch.discovery.probe.Probe;
import io.lyncwatch.discovery.walk.RememberedUrls;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What an agent with some configuration looks at from the start, put together as the agent does it.
 */
record Watched(Networks networks, List<Probe> probes) {
  static Watched by(Configuration configuration) {
    InstantSource clock = InstantSource.system();
    SecureRandom random = new SecureRandom();
    Networks networks = Networks.of(configuration, clock, random);
    Walks walks =
        new Walks(
            networks,
            Agent.guard(configuration, clock, random),
            random,
            configuration.client(),
            new RememberedUrls());
    return new Watched(
        networks,
        new Targets(
                configuration,
                networks,
                walks,
                new Inventory(clock),
                clock,
                UnaryOperator.identity())
            .fromTheStart().stream().map(Targets.Timed::probe).toList());
  }
}
