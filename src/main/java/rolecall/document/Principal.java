package rolecall.document;

import java.util.Objects;
import java.util.Optional;

/**
 * One entry of a {@code Principal} element.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">
 *     AWS: Principal</a>
 */
public sealed interface Principal {
  /**
   * {@code *}, and every text with a wildcard that leaves the account open. IAM takes wildcards
   * nowhere else; where another service does, they are no narrow thing.
   */
  record Everyone() implements Principal {}

  /** An account, by its id or by its root ARN, which mean the same: 12 digits. */
  record Account(String id) implements Principal {
    public Account {
      Objects.requireNonNull(id, "id is null");
    }
  }

  /** A user, role or session, by its ARN. */
  record Identity(ArnPattern arn, String account) implements Principal {
    public Identity {
      Objects.requireNonNull(arn, "arn is null");
      Objects.requireNonNull(account, "account is null");
    }
  }

  /**
   * An AWS service.
   *
   * @param name the global name in small letters, {@code messaging.chime.amazonaws.com}, whatever
   *     Region or partition was written
   * @param written as it stood in the document
   */
  record Service(String name, String written) implements Principal {
    public Service {
      Objects.requireNonNull(name, "name is null");
      Objects.requireNonNull(written, "written is null");
    }
  }

  /**
   * An identity provider, by its ARN or by its host.
   *
   * @param account whose provider it is, where its ARN says so
   */
  record Provider(String written, Optional<String> account) implements Principal {
    public Provider {
      Objects.requireNonNull(written, "written is null");
      Objects.requireNonNull(account, "account is null");
    }
  }

  /**
   * Somebody whose account cannot be told: the unique id that IAM leaves when a principal was
   * deleted, S3's canonical user, or a text of unknown shape.
   */
  record Opaque(String written) implements Principal {
    public Opaque {
      Objects.requireNonNull(written, "written is null");
    }
  }
}
