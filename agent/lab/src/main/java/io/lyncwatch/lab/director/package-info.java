/**
 * The Director: authenticates users and sends each to his home pool. Start at {@link
 * io.lyncwatch.lab.director.Director}.
 */
@NullMarked
package io.lyncwatch.lab.director;

import org.jspecify.annotations.NullMarked;
