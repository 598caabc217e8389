/**
 * What Prometheus sees. State is a pure function of the latest reports, worked out at each scrape;
 * events are counted as reports come in. Reads reports, never how they came about. Uses {@code
 * report}, {@code inventory} and the listener of {@code schedule}. Start at {@link
 * MetricCatalogue}, the only source of names, types, helps and labels.
 */
@NullMarked
package io.lyncwatch.agent.metrics;

import org.jspecify.annotations.NullMarked;
