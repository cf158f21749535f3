package rolecall.alert;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkAddressTest {
  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.1", "255.255.255.255", "2001:db8::1", "::ffff:192.0.2.1", "::"})
  void an_address_is_one(String text) {
    assertThat(NetworkAddress.isOne(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "192.0.2",
        "192.0.2.256",
        "192.0.2.1.",
        "192.0.2.01",
        "fe80::1%eth0",
        "2001:db8",
        "iam.amazonaws.com",
        "AWS Internal"
      })
  void a_name_is_none(String text) {
    assertThat(NetworkAddress.isOne(text)).isFalse();
  }
}
