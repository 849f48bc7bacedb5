package kith.relay;

import kith.relay.events.Event;
import kith.relay.events.EventLog;
import kith.relay.log.CannotOpen;

/// A bare relay for developers: `java -cp ... kith.relay.DevMain store port`. The `kith`
/// command is what people use.
public final class DevMain {
  private DevMain() {}

  /// Runs until it is stopped.
  public static void main(String[] arguments) {
    if (arguments.length != 2) {
      System.err.println("Say where and how: kith.relay.DevMain store port");
      System.exit(2);
    }
    EventLog.begin(System.err, EventLog.Least.INFO);
    try {
      Relay relay =
          Relay.start(RelayConfig.local(Store.of(arguments[0]), Integer.parseInt(arguments[1])));
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(relay), "kith-stop"));
      Event.STARTED.note();
      System.out.println("relay on http://localhost:" + relay.port());
    } catch (CannotOpen | IllegalArgumentException refused) {
      System.err.println(refused.getMessage());
      System.exit(1);
    }
  }

  private static void stop(Relay relay) {
    relay.close();
    Event.STOPPED.note();
  }
}
