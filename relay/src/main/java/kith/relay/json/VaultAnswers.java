package kith.relay.json;

import java.util.Optional;
import kith.relay.log.VaultLog.Admission;
import kith.relay.log.VaultLog.RecordPage;
import kith.relay.log.VaultLog.Unlockers;
import kith.relay.log.VaultLog.VaultRecord;
import kith.relay.unlock.Door.Challenge;
import kith.relay.unlock.Door.Entered;
import kith.wire.Box;
import kith.wire.Unlocker;
import tools.jackson.core.JsonGenerator;

/// Answers about vaults as JSON.
public final class VaultAnswers {
  private VaultAnswers() {}

  /// `{"challenge", "words": {"unlocker", "salt", "kdf"}, "recovery": {"unlocker"}, "day"}`
  public static byte[] challenge(Challenge challenge) {
    return Answers.object(
        Answers.SMALL,
        json -> {
          Answers.box(json, "challenge", challenge.challenge());
          json.writeObjectPropertyStart("words");
          json.writeStringProperty("unlocker", challenge.words().text());
          Answers.box(json, "salt", challenge.salt());
          json.writeNumberProperty("kdf", challenge.kdf());
          json.writeEndObject();
          json.writeObjectPropertyStart("recovery");
          json.writeStringProperty("unlocker", challenge.recovery().text());
          json.writeEndObject();
          json.writeNumberProperty("day", challenge.today());
        });
  }

  /// `{"session", "envelope", "generation", "expires", "day"}`
  public static byte[] entered(Entered entered) {
    Admission admission = entered.admission();
    return Answers.object(
        Answers.SMALL,
        json -> {
          json.writeStringProperty("session", entered.session().text());
          Answers.box(json, "envelope", admission.envelope());
          json.writeNumberProperty("generation", admission.generation());
          json.writeNumberProperty("expires", admission.expires());
          json.writeNumberProperty("day", admission.today());
        });
  }

  /// `{"records", "more", "day"}`
  public static byte[] records(RecordPage page) {
    return Answers.object(
        Answers.SMALL,
        json -> {
          json.writeArrayPropertyStart("records");
          for (VaultRecord record : page.records()) {
            json.writeStartObject();
            write(json, record);
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeBooleanProperty("more", page.more());
          json.writeNumberProperty("day", page.today());
        });
  }

  /// `{"record", "version", "change", "box" or null}`
  public static byte[] record(VaultRecord record) {
    return Answers.object(Answers.SMALL, json -> write(json, record));
  }

  private static void write(JsonGenerator json, VaultRecord record) {
    json.writeStringProperty("record", record.record().text());
    json.writeNumberProperty("version", record.version());
    json.writeNumberProperty("change", record.change());
    Optional<Box> box = record.box();
    Answers.box(json, "box", box.orElse(null));
  }

  /// `{"version", "change"}`
  public static byte[] written(VaultRecord record) {
    return Answers.object(
        Answers.SMALL,
        json -> {
          json.writeNumberProperty("version", record.version());
          json.writeNumberProperty("change", record.change());
        });
  }

  /// `{"generation", "unlockers", "day"}`
  public static byte[] unlockers(Unlockers unlockers) {
    return Answers.object(
        Answers.SMALL,
        json -> {
          json.writeNumberProperty("generation", unlockers.generation());
          json.writeArrayPropertyStart("unlockers");
          unlockers.unlockers().forEach(unlocker -> write(json, unlocker));
          json.writeEndArray();
          json.writeNumberProperty("day", unlockers.today());
        });
  }

  private static void write(JsonGenerator json, Unlocker unlocker) {
    json.writeStartObject();
    json.writeStringProperty("unlocker", unlocker.id().text());
    json.writeNumberProperty("kind", unlocker.kind().number());
    Answers.box(json, "envelope", unlocker.envelope());
    Answers.box(json, "public_key", unlocker.publicKey());
    Answers.optionalBox(json, "salt", unlocker.salt());
    if (unlocker.kdf() > 0) {
      json.writeNumberProperty("kdf", unlocker.kdf());
    }
    json.writeEndObject();
  }
}
