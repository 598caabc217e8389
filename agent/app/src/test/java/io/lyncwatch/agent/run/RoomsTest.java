package io.lyncwatch.agent.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoomsTest {
  private final List<String> closed = new ArrayList<>();

  @Test
  void the_last_room_is_closed_first() {
    try (Rooms rooms = new Rooms()) {
      rooms.add(() -> closed.add("first"));
      rooms.add(() -> closed.add("second"));
    }

    assertThat(closed).containsExactly("second", "first");
  }

  @Test
  void a_room_that_fails_to_close_leaves_no_other_open_and_is_not_forgotten() {
    Rooms rooms = new Rooms();
    rooms.add(() -> closed.add("first"));
    rooms.add(() -> {
      throw new IOException("stuck");
    });
    rooms.add(() -> {
      throw new IOException("jammed");
    });

    assertThatThrownBy(rooms::close)
        .hasRootCauseMessage("jammed")
        .satisfies(e ->
            assertThat(e.getSuppressed())
                .singleElement()
                .hasToString("java.io.IOException: stuck"));
    assertThat(closed).containsExactly("first");
  }
}
