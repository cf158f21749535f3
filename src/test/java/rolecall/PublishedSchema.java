package rolecall;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A schema that others publish for a format that we write. */
public final class PublishedSchema {
  public static final PublishedSchema OCSF =
      new PublishedSchema("ocsf-1.8.0-2004.json", SpecificationVersion.DRAFT_2020_12);
  public static final PublishedSchema SARIF =
      new PublishedSchema("sarif-2.1.0.json", SpecificationVersion.DRAFT_4);

  private final Schema schema;

  private PublishedSchema(String file, SpecificationVersion version) {
    try {
      String text = Files.readString(Path.of("src/test/resources/schema", file));
      this.schema = SchemaRegistry.withDefaultDialect(version).getSchema(text, InputFormat.JSON);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** What is wrong with a document, each with its place; empty when nothing is. */
  public List<String> faults(String document) {
    return schema.validate(document, InputFormat.JSON).stream().map(Object::toString).toList();
  }

  /** Fails with what is wrong. */
  public void accepts(String document) {
    assertThat(faults(document)).as(document).isEmpty();
  }
}
