package io.lyncwatch.agent.config;

import java.util.List;
import java.util.stream.Collectors;

/** A configuration that the agent cannot run with, and everything that is wrong with it. */
public final class InvalidConfigurationException extends Exception {
  private static final long serialVersionUID = 1;

  @SuppressWarnings("serial") // never serialized
  private final List<Problem> problems;

  InvalidConfigurationException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** In the order of the file; at least one is an error. */
  public List<Problem> problems() {
    return problems;
  }
}
