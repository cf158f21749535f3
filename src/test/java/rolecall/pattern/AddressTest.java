package rolecall.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AddressTest {
  private static void check(String text, String why) {
    Optional<String> jdk =
        NaiveList.address(text).map(InetAddress::getAddress).map(AddressTest::hex);
    assertThat(Address.parse(text).map(AddressTest::hex)).as("%s %s", text, why).isEqualTo(jdk);
  }

  private static String hex(byte[] bytes) {
    return bytes.length + ":" + new BigInteger(1, bytes).toString(16);
  }

  private static String hex(Address address) {
    BigInteger high = new BigInteger(Long.toUnsignedString(address.high())).shiftLeft(64);
    BigInteger low = new BigInteger(Long.toUnsignedString(address.low()));
    return address.bits() / 8 + ":" + high.add(low).toString(16);
  }

  @Test
  void literals_are_read_as_the_jdk_reads_them() {
    for (String text :
        new String[] {
          "0.0.0.0",
          "255.255.255.255",
          "256.1.1.1",
          "1.2.3",
          "1.2.3.4.5",
          "1..2.3",
          "1.2.3.",
          "",
          "001.02.3.0004",
          "0001.0002.0003.4",
          "::",
          ":",
          ":::",
          "::1",
          "1::",
          "1::2::3",
          "1:2",
          "1:2:3:4:5:6:7:8",
          "1:2:3:4:5:6:7:8:9",
          "1:2:3:4:5:6:7::",
          "::2:3:4:5:6:7:8",
          "::1:2:3:4:5:6:7:8",
          "1:2:3:4::5:6:7:8",
          "12345::",
          "00001::",
          ":1::2",
          "1::2:",
          "::ffff:102:304",
          "::ffff:0:0",
          "fe80::1%eth0",
          "g::1",
          "2001:DB8::",
          "１::"
        }) {
      check(text, "");
    }
  }

  @Test
  void anything_like_an_address_is_read_as_the_jdk_reads_it() {
    long seed = 5;
    Random random = new Random(seed);
    String signs = "0123456789abF:::...";
    for (int i = 0; i < 40_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(18); j >= 0; j--) {
        boolean colon = i % 2 == 0 && random.nextInt(3) == 0;
        text.append(colon ? ':' : signs.charAt(random.nextInt(signs.length())));
      }
      check(text.toString(), "seed " + seed);
    }
  }
}
