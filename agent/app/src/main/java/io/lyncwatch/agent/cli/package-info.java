/**
 * What people type: one class per command, each asking the other packages for what it shows.
 * Results go to standard output, everything else to standard error. Start at {@link Commands}.
 */
@NullMarked
package io.lyncwatch.agent.cli;

import org.jspecify.annotations.NullMarked;
