/**
 * What is looked at and what comes back: a {@link Target} says what one probe looks at, a {@link
 * Report} is the immutable result of one run. May use every other package of the library. Start at
 * {@link Report}.
 */
@NullMarked
package io.lyncwatch.discovery.probe;

import org.jspecify.annotations.NullMarked;
