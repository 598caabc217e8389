/**
 * A Front End pool: the home of users, and the web services that they find there. Start at {@link
 * io.lyncwatch.lab.pool.Pool}.
 */
@NullMarked
package io.lyncwatch.lab.pool;

import org.jspecify.annotations.NullMarked;
