package io.lyncwatch.agent.config;

import io.lyncwatch.agent.config.YamlValue.Entry;
import io.lyncwatch.agent.config.YamlValue.Mapping;
import io.lyncwatch.agent.config.YamlValue.Scalar;
import io.lyncwatch.agent.config.YamlValue.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Builds located values from the parser's events. It does so itself because the library's composer
 * descends without bound: ten thousand opening brackets overflow the stack. Here depth is bounded,
 * and so is what aliases can multiply.
 */
final class YamlReader {
  private static final String NOTHING =
      "nothing is set here; the smallest configuration is domains: [{domain: contoso.example}]";
  private static final int DEEPEST = 32;
  private static final int MOST_VALUES = 100_000;

  private final String file;
  private final Iterator<Event> events;
  private final Map<Anchor, YamlValue> anchors = new HashMap<>();
  private int depth;

  private YamlReader(String file, Iterator<Event> events) {
    this.file = file;
    this.events = events;
  }

  /** The one document of a text; empty if it cannot be read, which is then among the problems. */
  static Optional<YamlValue> read(String file, String text, Problems problems) {
    LoadSettings settings =
        LoadSettings.builder().setLabel(file).setCodePointLimit(text.length() + 1).build();
    try {
      Iterator<Event> events = new Parse(settings).parseString(text).iterator();
      return Optional.of(new YamlReader(file, events).document());
    } catch (YamlEngineException e) {
      problems.add(SyntaxProblems.of(file, text, e));
    } catch (Refused refused) {
      problems.error(refused.at, "", refused.why);
    }
    return Optional.empty();
  }

  private YamlValue document() {
    expect(Event.ID.StreamStart);
    Event start = events.next();
    if (start.getEventId() == Event.ID.StreamEnd) {
      throw new Refused(new Location(file, 1, 1), NOTHING);
    }
    YamlValue value = value(events.next());
    expect(Event.ID.DocumentEnd);
    Event end = events.next();
    if (end.getEventId() != Event.ID.StreamEnd) {
      throw new Refused(at(end), "a second document begins here; a configuration is one document");
    }
    return value;
  }

  private void expect(Event.ID id) {
    Event event = events.next();
    if (event.getEventId() != id) {
      throw new IllegalStateException("the YAML parser gave " + event + " instead of " + id);
    }
  }

  private YamlValue value(Event event) {
    YamlValue value =
        switch (event.getEventId()) {
          case Scalar -> scalar((ScalarEvent) event);
          case SequenceStart -> sequence((CollectionStartEvent) event);
          case MappingStart -> mapping((CollectionStartEvent) event);
          case Alias -> anchored((AliasEvent) event);
          default -> throw new IllegalStateException("the YAML parser gave " + event);
        };
    if (event instanceof NodeEvent node && !(event instanceof AliasEvent)) {
      node.getAnchor().ifPresent(anchor -> anchors.put(anchor, value));
    }
    return value;
  }

  private Scalar scalar(ScalarEvent event) {
    refuseTag(event, event.getTag());
    return new Scalar(at(event), event.getValue(), !event.isPlain());
  }

  private Sequence sequence(CollectionStartEvent start) {
    descend(start);
    List<YamlValue> items = new ArrayList<>();
    int size = 1;
    for (Event next = events.next();
        next.getEventId() != Event.ID.SequenceEnd;
        next = events.next()) {
      YamlValue item = value(next);
      items.add(item);
      size = sum(size, item, next);
    }
    depth--;
    return new Sequence(at(start), List.copyOf(items), size);
  }

  private Mapping mapping(CollectionStartEvent start) {
    descend(start);
    List<Entry> entries = new ArrayList<>();
    int size = 1;
    for (Event next = events.next();
        next.getEventId() != Event.ID.MappingEnd;
        next = events.next()) {
      if (!(value(next) instanceof Scalar key)) {
        throw new Refused(at(next), "a key has to be a single word");
      }
      // an alias as key stands where it is used, not where its anchor is
      Scalar here = new Scalar(at(next), key.text(), key.quoted());
      YamlValue value = value(events.next());
      entries.add(new Entry(here, value));
      size = sum(size, value, next);
    }
    depth--;
    return new Mapping(at(start), List.copyOf(entries), size);
  }

  private YamlValue anchored(AliasEvent alias) {
    YamlValue value = anchors.get(alias.getAlias());
    if (value == null) {
      throw new Refused(
          at(alias), "*" + alias.getAlias().getValue() + " refers to no anchor before it");
    }
    return value;
  }

  private void descend(CollectionStartEvent start) {
    refuseTag(start, start.getTag());
    if (++depth > DEEPEST) {
      throw new Refused(at(start), "nested deeper than " + DEEPEST + " levels");
    }
  }

  private int sum(int size, YamlValue more, Event event) {
    int sum = size + more.size();
    if (sum > MOST_VALUES) {
      throw new Refused(at(event), "more than " + MOST_VALUES + " values, aliases counted out");
    }
    return sum;
  }

  private void refuseTag(Event event, Optional<String> tag) {
    if (tag.isPresent()) {
      throw new Refused(at(event), "tags like " + tag.get() + " mean nothing here: leave it out");
    }
  }

  private Location at(Event event) {
    Optional<Mark> mark = event.getStartMark();
    return mark.map(m -> new Location(file, m.getLine() + 1, m.getColumn() + 1))
        .orElseGet(() -> Location.of(file));
  }

  /** Ends the reading of a file that is sound YAML but no configuration. */
  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    @SuppressWarnings("serial") // never serialized
    private final Location at;

    private final String why;

    Refused(Location at, String why) {
      super(why);
      this.at = at;
      this.why = why;
    }
  }
}
