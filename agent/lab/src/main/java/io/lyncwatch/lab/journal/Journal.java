package io.lyncwatch.lab.journal;

import io.lyncwatch.lab.certificates.Handshake;
import io.lyncwatch.lab.dns.Question;
import io.lyncwatch.lab.site.Visit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The latest requests that the sites took, TLS handshakes of sites and proxy, and questions that
 * the name servers were asked; each oldest first. Requests hold secrets of the lab's own users.
 */
public final class Journal {
  private static final int MOST = 10_000;

  private final Deque<Visit> visits = new ArrayDeque<>();
  private final Deque<Question> questions = new ArrayDeque<>();
  private final Deque<Handshake> handshakes = new ArrayDeque<>();

  /** Keeps a request and forgets the oldest one if there are too many. */
  public void record(Visit visit) {
    keep(visits, visit);
  }

  /** Keeps a question and forgets the oldest one if there are too many. */
  public void record(Question question) {
    keep(questions, question);
  }

  /** Keeps a handshake and forgets the oldest one if there are too many. */
  public void record(Handshake handshake) {
    keep(handshakes, handshake);
  }

  /** The requests so far. */
  public List<Visit> visits() {
    return copy(visits);
  }

  /** The questions so far. */
  public List<Question> questions() {
    return copy(questions);
  }

  /** The handshakes so far, without those between the proxy and the sites behind it. */
  public List<Handshake> handshakes() {
    return copy(handshakes);
  }

  /** Forgets everything, so that a test sees only what comes next. */
  public void clear() {
    synchronized (visits) {
      visits.clear();
    }
    synchronized (questions) {
      questions.clear();
    }
    synchronized (handshakes) {
      handshakes.clear();
    }
  }

  private static <T> void keep(Deque<T> kept, T entry) {
    synchronized (kept) {
      if (kept.size() == MOST) {
        kept.removeFirst();
      }
      kept.addLast(entry);
    }
  }

  private static <T> List<T> copy(Deque<T> kept) {
    synchronized (kept) {
      return List.copyOf(kept);
    }
  }
}
