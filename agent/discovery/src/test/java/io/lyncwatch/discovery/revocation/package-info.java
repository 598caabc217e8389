/** Tests of what authorities say of certificates, by answers and lists made with Bouncy Castle. */
@NullMarked
package io.lyncwatch.discovery.revocation;

import org.jspecify.annotations.NullMarked;
