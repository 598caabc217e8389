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
 * Labs of one deployment, in which many things are broken and looked at, one after the other in
 * each: to break a lab anew is much cheaper than to build one.
 */
record Workshop(LabSettings settings) {
  private static final int LABS = 2;

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
        IntStream.range(0, Math.min(LABS, things.size())).boxed().toList(),
        _ -> {
          try (Lab lab = Lab.start(settings)) {
            List<Fault> standing = List.of();
            for (T thing = waiting.poll(); thing != null; thing = waiting.poll()) {
              List<Fault> wanted = faults.apply(thing);
              if (wanted.equals(standing) || canBreak(lab, wanted)) {
                standing = wanted;
                look.accept(thing, lab);
              } else {
                impossible.add(thing);
              }
            }
            return lab;
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    return List.copyOf(impossible);
  }

  private static boolean canBreak(Lab lab, List<Fault> faults) throws IOException {
    try {
      lab.breakBy(faults);
      return true;
    } catch (IllegalArgumentException _) {
      return false; // it names what this lab does not have
    }
  }
}
