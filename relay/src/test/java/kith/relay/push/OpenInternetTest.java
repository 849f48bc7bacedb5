package kith.relay.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Which machines a push may be sent to.
final class OpenInternetTest {
  @Test
  void nothing_inside_a_network_is_called() throws UnknownHostException {
    for (String address :
        List.of(
            "0.0.0.0",
            "10.1.2.3",
            "100.64.0.1",
            "100.127.255.255",
            "127.0.0.1",
            "169.254.169.254",
            "172.16.0.1",
            "172.31.255.255",
            "192.0.0.8",
            "192.0.2.1",
            "192.168.1.1",
            "198.18.0.1",
            "198.19.255.255",
            "198.51.100.7",
            "203.0.113.7",
            "224.0.0.1",
            "240.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "::ffff:10.0.0.1",
            "64:ff9b::a00:1",
            "fc00::1",
            "fd12::1",
            "fe80::1",
            "fec0::1",
            "ff02::1",
            "2001:0:1::1",
            "2001:db8::1",
            "2002:a00:1::1")) {
      assertThat(OpenInternet.holds(InetAddress.getByName(address))).as(address).isFalse();
    }
  }

  @Test
  void the_open_internet_is() throws UnknownHostException {
    for (String address :
        List.of("1.1.1.1", "100.63.255.255", "100.128.0.1", "172.32.0.1", "2606:4700::1")) {
      assertThat(OpenInternet.holds(InetAddress.getByName(address))).as(address).isTrue();
    }
  }
}
