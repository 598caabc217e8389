package io.lyncwatch.agent.schedule;

import io.lyncwatch.discovery.probe.Probe;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.report.TargetId;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A probe whose runs follow a script; the last line is repeated. */
final class ScriptedProbe implements Probe {
  private final TargetId target;
  private final List<Supplier<Report>> script;
  private final AtomicInteger runs = new AtomicInteger();

  @SafeVarargs
  @SuppressWarnings("varargs") // copied, never written to
  ScriptedProbe(TargetId target, Supplier<Report>... script) {
    this.target = target;
    this.script = List.of(script);
  }

  @Override
  public TargetId target() {
    return target;
  }

  @Override
  public Report run() {
    int run = runs.getAndIncrement();
    return script.get(Math.min(run, script.size() - 1)).get();
  }

  int runs() {
    return runs.get();
  }
}
