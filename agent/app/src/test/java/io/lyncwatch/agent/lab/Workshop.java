package io.lyncwatch.agent.lab;

import io.lyncwatch.discovery.SideBySide;
import io.lyncwatch.lab.Lab;
import io.lyncwatch.lab.LabSettings;
import io.lyncwatch.lab.fault.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Benches with labs of one deployment, in which many things are broken and looked at, one after the
 * other: to break a lab anew is much cheaper than to build one.
 */
record Workshop(LabSettings settings) {
  private static final int BENCHES = 2;

  /**
   * Looks at a lab that was broken for each thing.
   *
   * @param faults how
   * @return those for which it cannot be broken so
   */
  <T> List<T> each(Collection<T> things, Function<T, List<Fault>> faults, BiConsumer<T, Lab> look) {
    Queue<T> waiting = new ConcurrentLinkedQueue<>(things);
    Queue<T> impossible = new ConcurrentLinkedQueue<>();
    SideBySide.all(
        IntStream.range(0, Math.min(BENCHES, things.size())).boxed().toList(),
        _ -> {
          try (Bench bench = new Bench(settings)) {
            for (T thing = waiting.poll(); thing != null; thing = waiting.poll()) {
              if (bench.canBreak(faults.apply(thing))) {
                look.accept(thing, bench.lab);
              } else {
                impossible.add(thing);
              }
            }
            return bench;
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    return List.copyOf(impossible);
  }

  /** One lab, and how it is broken. */
  private static final class Bench implements AutoCloseable {
    private final LabSettings settings;
    private Lab lab;
    private List<Fault> standing = List.of();

    Bench(LabSettings settings) throws IOException {
      this.settings = settings;
      this.lab = Lab.start(settings);
    }

    /** Breaks it, unless the faults name what this lab does not have. */
    boolean canBreak(List<Fault> faults) throws IOException {
      try {
        if (!faults.equals(standing)) {
          breakBy(faults);
        }
        return true;
      } catch (IllegalArgumentException _) {
        return false;
      }
    }

    private void breakBy(List<Fault> faults) throws IOException {
      try {
        lab.breakBy(faults);
      } catch (IOException _) { // somebody on this machine took a port of it meanwhile
        lab.close();
        lab = Lab.start(settings);
        lab.breakBy(faults);
      }
      standing = faults;
    }

    @Override
    public void close() {
      lab.close();
    }
  }
}
