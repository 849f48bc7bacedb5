package kith.crypto;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// The inputs of a vector file: bytes in hexadecimal, numbers, texts.
record Inputs(JsonNode node) {

  boolean has(String name) {
    return node.has(name);
  }

  byte[] array(String name) {
    return HexFormat.of().parseHex(text(name));
  }

  Bytes bytes(String name) {
    return Bytes.of(array(name));
  }

  Secret secret(String name) {
    return Secret.of(array(name));
  }

  String text(String name) {
    return node.required(name).asString();
  }

  long number(String name) {
    return node.required(name).asLong();
  }

  int integer(String name) {
    return node.required(name).asInt();
  }

  Inputs inner(String name) {
    return new Inputs(node.required(name));
  }

  /// A list of texts in hexadecimal.
  List<byte[]> arrays(String name) {
    return StreamSupport.stream(node.required(name).spliterator(), false)
        .map(one -> HexFormat.of().parseHex(one.asString()))
        .toList();
  }

  /// A record that begins with these fields.
  Writer writer(String... names) {
    Writer writer = new Writer();
    for (String name : names) {
      writer.bytes(array(name));
    }
    return writer;
  }
}
