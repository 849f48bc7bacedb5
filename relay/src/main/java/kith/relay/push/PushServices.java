package kith.relay.push;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/// The push services that an address may belong to. The relay calls whatever address a person gives
/// it, so only services that are known may be called, by https, and only where they stand in the
/// open internet: nobody can make the relay knock at the operator's own network.
///
/// @param hosts host names as they stand in an address (with `:port` unless it is 443); one that
///     begins with a dot stands for every name that ends with it
/// @param mayCall whether a machine may be called
public record PushServices(List<String> hosts, Predicate<InetAddress> mayCall) {
  /// Where the browsers in use take pushes: Chrome and its relatives, Firefox, Safari, Edge.
  private static final List<String> KNOWN =
      List.of(
          "fcm.googleapis.com",
          ".push.services.mozilla.com",
          ".push.apple.com",
          ".notify.windows.com");

  private static final int HTTPS = 443;

  /// Keeps the list as it is.
  public PushServices {
    hosts = List.copyOf(hosts);
  }

  /// Those of the browsers in use.
  public static PushServices known() {
    return new PushServices(KNOWN, OpenInternet::holds);
  }

  /// The address, if it is one of these services'.
  public Optional<URI> read(String text) {
    try {
      URI address = new URI(text);
      return isOurs(address) ? Optional.of(address) : Optional.empty();
    } catch (URISyntaxException noAddress) {
      return Optional.empty();
    }
  }

  private boolean isOurs(URI address) {
    return "https".equals(address.getScheme())
        && address.getRawUserInfo() == null
        && address.getRawFragment() == null
        && address.getHost() != null
        && hosts.stream().anyMatch(host -> matches(host, authority(address)));
  }

  private static boolean matches(String host, String authority) {
    return host.startsWith(".")
        ? authority.endsWith(host) && authority.length() > host.length()
        : authority.equals(host);
  }

  /// Host and port in one spelling.
  static String authority(URI address) {
    String host = address.getHost().toLowerCase(Locale.ROOT);
    int port = address.getPort();
    return port < 0 || port == HTTPS ? host : host + ":" + port;
  }
}
