/** What the lab saw, for tests to look at. Start at {@link io.lyncwatch.lab.journal.Journal}. */
@NullMarked
package io.lyncwatch.lab.journal;

import org.jspecify.annotations.NullMarked;
