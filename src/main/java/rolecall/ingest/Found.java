package rolecall.ingest;

import java.util.Objects;

/** What stands at a path that a user gave. */
public sealed interface Found {
  /** An input to read. */
  record Source(LogSource source) implements Found {
    public Source {
      Objects.requireNonNull(source, "source is null");
    }
  }

  /** A file in a folder that does not look like a log. */
  record Skipped(String name) implements Found {
    public Skipped {
      Objects.requireNonNull(name, "name is null");
    }
  }

  /** A folder with no log in it. */
  record EmptyFolder(String name) implements Found {
    public EmptyFolder {
      Objects.requireNonNull(name, "name is null");
    }
  }

  /** A path that does not exist or may not be read. */
  record Missing(Unreadable lost) implements Found {
    public Missing {
      Objects.requireNonNull(lost, "lost is null");
    }
  }
}
