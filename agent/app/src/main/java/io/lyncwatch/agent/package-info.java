/** Placeholder. */
@NullMarked
package io.lyncwatch.agent;

import org.jspecify.annotations.NullMarked;
