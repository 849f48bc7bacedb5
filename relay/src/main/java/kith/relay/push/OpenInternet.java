package kith.relay.push;

import java.net.Inet6Address;
import java.net.InetAddress;

/// Which machines stand in the open internet: all but those that RFC 6890 sets apart.
final class OpenInternet {
  /// First bytes and how many bits of them count: shared (RFC 6598), protocol assignments,
  /// documentation, benchmarks, old relays, and what is not given out.
  private static final int[][] SET_APART = {
    {0, 0, 0, 8},
    {100, 64, 0, 10},
    {192, 0, 0, 24},
    {192, 0, 2, 24},
    {192, 88, 99, 24},
    {198, 18, 0, 15},
    {198, 51, 100, 24},
    {203, 0, 113, 24},
    {240, 0, 0, 4},
  };

  private static final int IPV4_BYTES = 4;

  private OpenInternet() {}

  static boolean holds(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    return address instanceof Inet6Address
        ? isGlobalUnicast(address.getAddress())
        : !isSetApart(address.getAddress());
  }

  /// Of IPv6 only 2000::/3 is in use, and of that not what carries an IPv4 address inside (6to4,
  /// Teredo) nor documentation.
  private static boolean isGlobalUnicast(byte[] bytes) {
    int first = (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
    int second = (bytes[2] & 0xff) << 8 | (bytes[3] & 0xff);
    boolean sixToFour = first == 0x2002;
    boolean special = first == 0x2001 && (second < 0x200 || second == 0xdb8);
    return (first & 0xe000) == 0x2000 && !sixToFour && !special;
  }

  private static boolean isSetApart(byte[] bytes) {
    int address = whole(bytes[0], bytes[1], bytes[2]) | (bytes[IPV4_BYTES - 1] & 0xff);
    for (int[] block : SET_APART) {
      int mask = -1 << (32 - block[3]);
      if ((address & mask) == whole(block[0], block[1], block[2])) {
        return true;
      }
    }
    return false;
  }

  private static int whole(int first, int second, int third) {
    return (first & 0xff) << 24 | (second & 0xff) << 16 | (third & 0xff) << 8;
  }
}
