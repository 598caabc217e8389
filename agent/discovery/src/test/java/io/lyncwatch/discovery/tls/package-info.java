/**
 * Tests of capturing and judging: against JSSE servers on loopback, with certificates made here.
 */
@NullMarked
package io.lyncwatch.discovery.tls;

import org.jspecify.annotations.NullMarked;
