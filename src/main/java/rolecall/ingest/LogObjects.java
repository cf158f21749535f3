package rolecall.ingest;

import java.io.InputStream;
import java.util.Objects;

/** Opens log files in S3. Thread-safe. */
public interface LogObjects {
  /** Opens one; never throws for what S3 answers. */
  Opened open(LogObject object);

  /** What became of opening an object. */
  sealed interface Opened {
    /**
     * Its bytes as stored, which the caller closes. Reading them throws {@link java.io.IOException}
     * when the connection breaks.
     */
    record Stream(InputStream bytes) implements Opened {
      public Stream {
        Objects.requireNonNull(bytes, "bytes is null");
      }
    }

    /**
     * It may work later: throttled, unreachable, a fault of AWS.
     *
     * @param why in a person's words, with the error code
     */
    record Later(String why) implements Opened {
      public Later {
        Objects.requireNonNull(why, "why is null");
      }
    }

    /**
     * It will not work until somebody mends it: no such bucket or key, no permission, archived.
     *
     * @param why in a person's words, with the error code
     * @param fix what to do, as an imperative sentence
     */
    record Never(String why, String fix) implements Opened {
      public Never {
        Objects.requireNonNull(why, "why is null");
        Objects.requireNonNull(fix, "fix is null");
      }
    }
  }
}
