package rolecall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rolecall.aws.StandIn;

class DoctorCommandTest {
  private static final String KEY_ID = "aws.accessKeyId";
  private static final String SECRET = "aws.secretAccessKey";

  private final StandIn aws = StandIn.start();
  private final DoctoredAccount account = new DoctoredAccount();

  /** The SDK reads these as it reads the variables, which a process cannot set for itself. */
  @BeforeEach
  void signIn() {
    System.setProperty(KEY_ID, "AKIAIOSFODNN7EXAMPLE");
    System.setProperty(SECRET, "wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY");
    aws.otherwise(account::answer);
  }

  @AfterEach
  void signOut() {
    System.clearProperty(KEY_ID);
    System.clearProperty(SECRET);
    aws.close();
  }

  private Ran doctor(String... more) {
    String[] words = new String[more.length + 5];
    words[0] = "doctor";
    words[1] = "--endpoint-url";
    words[2] = aws.url();
    words[3] = "--region";
    words[4] = "us-east-1";
    System.arraycopy(more, 0, words, 5, more.length);
    return Ran.with(words);
  }

  @Test
  void everything_is_well() {
    assertThat(doctor()).isEqualTo(new Ran("", "", 0));
  }
}
