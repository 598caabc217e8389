package io.lyncwatch.agent.targets;

import io.lyncwatch.agent.inventory.Inventory;
import io.lyncwatch.agent.inventory.InventoryListener;
import io.lyncwatch.agent.inventory.KnownEndpoint;
import io.lyncwatch.agent.schedule.Schedule;
import io.lyncwatch.discovery.Expectations.Expected;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.report.ProbeKind;
import io.lyncwatch.discovery.report.TargetId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keeps the schedule in step with the inventory: endpoints that walks come to are watched as
 * certificates, names that they learn are asked for at once. What was there from the start stays.
 */
public final class DerivedTargets implements InventoryListener {
  private final Inventory inventory;
  private final Targets targets;
  private final Schedule schedule;
  private final Map<TargetId, Expected> derived = new HashMap<>();

  /** For that inventory and schedule; to be registered as the inventory's listener. */
  public DerivedTargets(Inventory inventory, Targets targets, Schedule schedule) {
    this.inventory = inventory;
    this.targets = targets;
    this.schedule = schedule;
  }

  @Override
  public synchronized void changed(String domain, View view) {
    List<KnownEndpoint> known = inventory.endpoints(view);
    Set<TargetId> present = schedule.targets();
    known.forEach(endpoint -> watch(view, endpoint, present));
    forget(view, known);
    present.stream()
        .filter(target -> target.probe() == ProbeKind.DNS)
        .filter(target -> target.domain().equals(domain) && target.view() == view)
        .forEach(schedule::runSoon);
  }

  private void watch(View view, KnownEndpoint known, Set<TargetId> present) {
    Targets.Timed timed = targets.certificate(view, known.endpoint(), known.expected());
    TargetId target = timed.probe().target();
    boolean fromTheStart = present.contains(target) && !derived.containsKey(target);
    if (!fromTheStart && derived.put(target, known.expected()) != known.expected()) {
      schedule.add(timed.probe(), timed.interval());
      schedule.runSoon(target);
    }
  }

  private void forget(View view, List<KnownEndpoint> known) {
    Set<String> names = new HashSet<>();
    known.forEach(one -> names.add(one.endpoint().toString()));
    derived
        .keySet()
        .removeIf(target -> {
          boolean gone = target.view() == view && !names.contains(target.name());
          if (gone) {
            schedule.remove(target);
          }
          return gone;
        });
  }
}
