package kith.relay.log.sql;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The values of recorded statements, in and out of a file.
final class Values {
  private Values() {}

  static void write(DataOutputStream out, @Nullable Object[] values) throws IOException {
    out.writeInt(values.length);
    for (Object value : values) {
      one(out, value);
    }
  }

  private static void one(DataOutputStream out, @Nullable Object value) throws IOException {
    switch (value) {
      case null -> out.writeByte('0');
      case byte[] bytes -> {
        out.writeByte('b');
        out.writeInt(bytes.length);
        out.write(bytes);
      }
      case Long number -> {
        out.writeByte('l');
        out.writeLong(number);
      }
      case Integer number -> {
        out.writeByte('i');
        out.writeInt(number);
      }
      case String text -> {
        out.writeByte('s');
        out.writeUTF(text);
      }
      default -> array(out, value);
    }
  }

  private static void array(DataOutputStream out, Object value) throws IOException {
    switch (value) {
      case byte[][] several -> elements(out, 'B', several);
      case Integer[] several -> elements(out, 'I', several);
      case String[] several -> elements(out, 'S', several);
      case long[] several ->
          elements(out, 'L', java.util.Arrays.stream(several).boxed().toArray(Long[]::new));
      case int[] several ->
          elements(out, 'N', java.util.Arrays.stream(several).boxed().toArray(Integer[]::new));
      default -> throw new IllegalArgumentException("cannot record " + value.getClass());
    }
  }

  private static void elements(DataOutputStream out, char type, @Nullable Object[] several)
      throws IOException {
    out.writeByte(type);
    write(out, several);
  }

  static @Nullable Object[] read(DataInputStream in) throws IOException {
    @Nullable Object[] values = new @Nullable Object[in.readInt()];
    for (int i = 0; i < values.length; i++) {
      values[i] = one(in);
    }
    return values;
  }

  private static @Nullable Object one(DataInputStream in) throws IOException {
    byte type = in.readByte();
    return switch (type) {
      case '0' -> null;
      case 'b' -> in.readNBytes(in.readInt());
      case 'l' -> in.readLong();
      case 'i' -> in.readInt();
      case 's' -> in.readUTF();
      default -> array(type, read(in));
    };
  }

  private static Object array(byte type, @Nullable Object[] values) throws IOException {
    var all = java.util.Arrays.asList(values);
    return switch (type) {
      case 'B' -> all.toArray(byte[][]::new);
      case 'I' -> all.toArray(Integer[]::new);
      case 'S' -> all.toArray(String[]::new);
      case 'L' ->
          all.stream().mapToLong(value -> value instanceof Long number ? number : 0).toArray();
      case 'N' ->
          all.stream().mapToInt(value -> value instanceof Integer number ? number : 0).toArray();
      default -> throw new IOException("not a recording");
    };
  }
}
