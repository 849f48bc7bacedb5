package kith.relay.http;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.List;
import kith.relay.log.RelayLog;
import kith.relay.log.VaultLog;
import kith.relay.push.PushServices;

/// The router's own list of routes, for tests of other packages.
public final class DescribedRoutes {
  private DescribedRoutes() {}

  /// Each as `PUT /v1/bonds/{}`. No route is called, so nothing stands behind them.
  public static List<String> list() {
    VaultLog vaults = nothing(VaultLog.class, "");
    RelayLog log = nothing(RelayLog.class, vaults);
    var setting = new WebServer.Setting(log, Clock.systemUTC(), null, PushServices.known(), null);
    return new Api(setting, new LiveStreams(log)).routes(new Origins(Listener.local(0))).list();
  }

  private static <T> T nothing(Class<T> type, Object vaults) {
    Object made =
        Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (_, _, _) -> vaults);
    return type.cast(made);
  }
}
