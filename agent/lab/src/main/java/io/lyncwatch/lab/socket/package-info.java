/**
 * What listens at an address and port of the lab without a web server: it takes connections, no
 * more at once than there is room for, and leaves the talking to others. Uses nothing of the lab.
 */
@NullMarked
package io.lyncwatch.lab.socket;

import org.jspecify.annotations.NullMarked;
