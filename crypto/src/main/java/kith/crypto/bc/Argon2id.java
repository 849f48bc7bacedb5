package kith.crypto.bc;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// Argon2id (RFC 9106), version 0x13, at the one cost that Kith knows.
public final class Argon2id {

  private static final int MEMORY_KIB = 65_536;

  private static final int PASSES = 3;

  private static final int LANES = 4;

  private static final int OUTPUT_BYTES = 32;

  private Argon2id() {}

  /// 32 bytes from a password and its salt.
  public static byte[] derive(byte[] password, byte[] salt) {
    Argon2Parameters parameters =
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(MEMORY_KIB)
            .withIterations(PASSES)
            .withParallelism(LANES)
            .withSalt(salt)
            .build();
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(parameters);
    byte[] output = new byte[OUTPUT_BYTES];
    generator.generateBytes(password, output);
    return output;
  }
}
