/**
 * Tells reports to people and to scripts: as a tree in a terminal, as a stable JSON document, as a
 * plugin of Nagios does, as a page to attach to a ticket. Reads reports and {@code coverage} only.
 * Start at {@link io.lyncwatch.agent.check.Examination}.
 */
@NullMarked
package io.lyncwatch.agent.check;

import org.jspecify.annotations.NullMarked;
