/** Tests of the web ticket messages. */
@NullMarked
package io.lyncwatch.discovery.ticket;

import org.jspecify.annotations.NullMarked;
