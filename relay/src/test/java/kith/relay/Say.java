package kith.relay;

import java.util.ArrayList;
import java.util.List;
import kith.relay.log.Sample;
import kith.wire.Base64Url;
import kith.wire.Box;
import kith.wire.Capability;
import kith.wire.Parts;
import kith.wire.Words;
import org.jspecify.annotations.Nullable;

/// The bodies and answers of the protocol as texts, written out a second time for the tests.
final class Say {
  private Say() {}

  static String b64(Box box) {
    return Base64Url.write(box.bytes());
  }

  static String seat(long capability) {
    return "{\"seat\":\"" + Sample.hash(capability).text() + "\"}";
  }

  static String parts(Parts parts) {
    String text = "{\"event\":\"" + b64(parts.event()) + "\"";
    Words words = parts.words();
    if (words != null) {
      Box body = words.body();
      text += body == null ? "" : ",\"body\":\"" + b64(body) + "\"";
      text += ",\"key\":\"" + b64(words.key()) + "\"";
    }
    return text + "}";
  }

  static String entry(long handle, long... closes) {
    List<String> gates = new ArrayList<>();
    for (long gate : closes) {
      gates.add("\"" + Sample.gate(gate).text() + "\"");
    }
    return "{\"handle\":\"%s\",\"parts\":%s,\"closes\":[%s]}"
        .formatted(
            Sample.handle(handle).text(), parts(Sample.event(handle)), String.join(",", gates));
  }

  /// An entry with as many words as there can be.
  static String largeEntry(long handle) {
    Words words = new Words(Sample.box(65_536, handle), Sample.box(65, handle));
    Parts parts = new Parts(Sample.box(4096, handle), words);
    return "{\"handle\":\"%s\",\"parts\":%s}".formatted(Sample.handle(handle).text(), parts(parts));
  }

  /// Appends an entry with words.
  static void words(Running relay, long bond, Capability who, long handle) {
    String body =
        "{\"handle\":\"%s\",\"parts\":%s}"
            .formatted(Sample.handle(handle).text(), parts(Sample.words(handle)));
    Running.expect("200", relay.ask("POST", entriesOf(bond), who, body));
  }

  /// An upload of votes that say nothing, under this counter.
  static String votes(int tick, int counter) {
    return votes(tick, counter, counter);
  }

  /// The same, with noise of this number: two who send the same would both have said yes.
  static String votes(int tick, int counter, long noise) {
    String vote =
        "{\"tags\":\"%s\",\"box\":\"%s\"}"
            .formatted(b64(Sample.box(512, noise)), b64(Sample.box(1024, noise)));
    List<String> gates = new ArrayList<>();
    for (int gate = 0; gate < 12; gate++) {
      gates.add(
          "{\"gate\":\"%s\",\"votes\":[%s,%s,%s]}"
              .formatted(Sample.gate(500 + gate).text(), vote, vote, vote));
    }
    return "{\"tick\":%d,\"counters\":[%d,%d,%d],\"gates\":[%s]}"
        .formatted(tick, counter, counter, counter, String.join(",", gates));
  }

  static String deposit(long revision, int expires, @Nullable Parts parts) {
    return "{\"revision\":%d,\"expires\":%d,\"parts\":%s}"
        .formatted(revision, expires, parts == null ? "null" : parts(parts));
  }

  static String offer(long bond, long box, int expires) {
    return "{\"bond\":\"%s\",\"offer\":\"%s\",\"expires\":%d}"
        .formatted(Sample.bond(bond).text(), b64(Sample.box(40, box)), expires);
  }

  static String accept(long box, long capability) {
    return "{\"accept\":\"%s\",\"seat\":\"%s\"}"
        .formatted(b64(Sample.box(40, box)), Sample.hash(capability).text());
  }

  static String confirm(long box) {
    return "{\"confirm\":\"" + b64(Sample.box(40, box)) + "\"}";
  }

  static String live(long bond, long capability) {
    return "{\"bonds\":[{\"bond\":\"%s\",\"capability\":\"%s\"}]}"
        .formatted(Sample.bond(bond).text(), Sample.capability(capability).text());
  }

  /// An event of a live stream.
  static String nudge(long bond, long seq) {
    return "event: seq\ndata: {\"bond\":\"%s\",\"seq\":%d}\n\n"
        .formatted(Sample.bond(bond).text(), seq);
  }

  static String entriesOf(long bond) {
    return "/v1/bonds/" + Sample.bond(bond).text() + "/entries";
  }

  static String gateOf(long bond, long gate) {
    return "/v1/bonds/" + Sample.bond(bond).text() + "/gates/" + Sample.gate(gate).text();
  }
}
