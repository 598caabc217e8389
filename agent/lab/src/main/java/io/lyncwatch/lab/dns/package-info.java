/**
 * The two name servers of split DNS, answering by UDP and TCP from records in memory. Uses dnsjava
 * for the messages only. Start at {@link io.lyncwatch.lab.dns.NameServer}.
 */
@NullMarked
package io.lyncwatch.lab.dns;

import org.jspecify.annotations.NullMarked;
