package rolecall.alert;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnlinkedTest {
  @ParameterizedTest
  @CsvSource({
    "https://evil.example.com/x?y=1, https[:]//evil[.]example[.]com/x?y=1",
    "HTTP://EVIL.EXAMPLE.COM, HTTP[:]//EVIL[.]EXAMPLE[.]COM",
    "https://localhost/x, https[:]//localhost/x",
    "https://192.0.2.7/x, https[:]//192.0.2.7/x",
    "https://u:p@evil.example.com, https[:]//u:p@evil[.]example[.]com",
    "https:\\\\evil.example.com, https[:]\\[\\]evil[.]example[.]com",
    "foo+bar://x, foo+bar[:]//x",
    "javascript:alert(1), javascript[:]alert(1)",
    "xmailto:a@b.example.com, xmailto:a@b[.]example[.]com",
    "see-mailto:dana, see-mailto[:]dana",
    "tel:+15550100, tel[:]+15550100",
    "slack://channel?id=1, slack[:]//channel?id=1",
    "//evil.example.com/x, /[/]evil[.]example[.]com/x",
    "a//b, a/[/]b",
    "\\\\host\\share, \\[\\]host\\share",
    "www.evil, www[.]evil",
    "a.www.evil, a[.]www[.]evil",
    "evil.com, evil[.]com",
    "evil.com., evil[.]com[.]",
    "evil.com-x, evil[.]com-x",
    "evil.com_x, evil[.]com_x",
    "evil.com.x, evil[.]com[.]x",
    "x/evil.de, x/evil[.]de",
    "evil.unknown/x, evil[.]unknown/x",
    "evil.unknown:8080, evil[.]unknown:8080",
    "evil.xn--p1ai, evil[.]xn--p1ai",
    "ёлка.рф, ёлка[.]рф",
    "evil\u3002com, evil[.]com",
    "evil\uff0ecom, evil[.]com",
    "evil.com@example.com, evil[.]com@example.com",
    "@evil.com, @evil[.]com",
    "a@evil.com/x, a@evil[.]com/x",
    "a@www.evil.com, a@www[.]evil[.]com",
    "a@b@evil.com, a@b@evil[.]com",
    "https://sts.amazonaws.com, https[:]//sts[.]amazonaws[.]com",
    "s3.amazonaws.com/bucket, s3[.]amazonaws[.]com/bucket",
    "s3.amazonaws.com./bucket, s3[.]amazonaws[.]com[.]/bucket",
    "bucket.s3.amazonaws.com, bucket[.]s3[.]amazonaws[.]com",
    "x/aws-service-role/s3.amazonaws.com/b, x/aws-service-role/s3[.]amazonaws[.]com/b",
    "caller.name/x, caller[.]name/x"
  })
  void what_a_program_could_link_is_broken(String text, String shown) {
    assertThat(Unlinked.show(text)).isEqualTo(shown);
    assertThat(Unlinked.show("see " + text + ", now")).isEqualTo("see " + shown + ", now");
    assertThat(Unlinked.show(shown)).as("once more").isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dana",
        "dana.smith",
        "dana@example.com",
        "jan.de.vries@mail.example.co.uk",
        "jan.de@example.com",
        "EXAMPLE-workload-17",
        "repo:example/voice:ref:refs/heads/main",
        "sts.amazonaws.com",
        "by chime-sdk-meetings.amazonaws.com.",
        "voiceconnector.chime.amazonaws.com",
        "arn:aws:iam::111122223333:role/aws-service-role/chime.amazonaws.com/AWSServiceRoleForAmazonChime",
        "arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Chime_0123456789abcdef/dana@example.com",
        "caller.name: wanted \"dana\", found nothing",
        "requestParameters.durationSeconds: wanted at most 3600, found 7200",
        "2026-03-02T09:14:07Z",
        "203.0.113.0/24",
        "2001:db8::1",
        "aws-cli/2.15.30 Python/3.11.8 Linux/6.1",
        "a. b, and so on...",
        ""
      })
  void what_people_search_for_stays(String text) {
    assertThat(Unlinked.show(text)).isEqualTo(text);
  }

  @Test
  void a_service_principal_stays_inside_a_sentence_and_its_quotes() {
    assertThat(Unlinked.show("{\"Service\":\"chime.amazonaws.com\"}"))
        .isEqualTo("{\"Service\":\"chime.amazonaws.com\"}");
  }
}
