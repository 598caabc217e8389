package io.lyncwatch.lab.ticket;

import io.lyncwatch.lab.web.Channel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Extended Protection as one site has it. Behind a reverse proxy that ends TLS the client's
 * connection is not the site's, so that a site there looks at the name of the service instead of
 * the binding, as IIS does with its flag "Proxy".
 *
 * @param extended what is demanded
 * @param behindProxy whether clients come through a proxy that ends TLS
 * @param hosts under which clients reach the site, lower case
 */
public record Protection(ExtendedProtection extended, boolean behindProxy, Set<String> hosts) {
  private static final String CLASS = "http/";

  /** Copies the set. */
  public Protection {
    hosts = Set.copyOf(hosts);
  }

  /** Whether what an answer of NTLM is tied to is right, and enough. */
  boolean admits(AvPairs tied, Optional<Channel> channel) {
    return admits(
        tied.value(AvPairs.CHANNEL_BINDINGS).filter(Protection::says),
        tied.value(AvPairs.TARGET_NAME)
            .map(name -> new String(name, StandardCharsets.UTF_16LE))
            .filter(name -> !name.isEmpty()),
        channel);
  }

  /**
   * Whether what a sign-in is tied to is right, and enough.
   *
   * @param binding MD5 of the channel's name, if the client sent one
   * @param service whom the client meant, if it said so
   */
  boolean admits(Optional<byte[]> binding, Optional<String> service, Optional<Channel> channel) {
    return switch (extended) {
      case OFF -> true;
      case ALLOW -> isOurs(service) && (behindProxy || isOf(channel, binding));
      case REQUIRE ->
          isOurs(service)
              && (behindProxy
                  ? service.isPresent()
                  : binding.isPresent() && isOf(channel, binding));
    };
  }

  /** Sixteen zeroes are what a client sends that has no binding. */
  private static boolean says(byte[] binding) {
    return !Arrays.equals(binding, new byte[binding.length]);
  }

  private boolean isOurs(Optional<String> service) {
    return service.stream()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .allMatch(name -> name.startsWith(CLASS) && hosts.contains(name.substring(CLASS.length())));
  }

  private static boolean isOf(Optional<Channel> channel, Optional<byte[]> binding) {
    return binding.stream()
        .allMatch(sent ->
            channel
                .flatMap(ChannelBinding::of)
                .map(ChannelBinding::hashed)
                .filter(right -> MessageDigest.isEqual(right, sent))
                .isPresent());
  }
}
