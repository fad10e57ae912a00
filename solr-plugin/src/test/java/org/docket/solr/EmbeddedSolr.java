/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.io.FileUtils;
import org.apache.solr.common.params.MapSolrParams;
import org.apache.solr.core.CoreContainer;
import org.apache.solr.core.NodeConfig.NodeConfigBuilder;
import org.apache.solr.core.SolrCore;
import org.apache.solr.request.SolrQueryRequest;
import org.apache.solr.request.SolrQueryRequestBase;

/**
 * A Solr in this process, whose cores have a field of each type and the chains that a test says.
 *
 * <p>One for all tests, until the process ends: it takes seconds to start, and a tool that runs
 * each test by itself would start it each time. Not for many threads.
 */
public final class EmbeddedSolr {

  private static final String SCHEMA =
      """
      <schema name="test" version="1.7">
        <uniqueKey>id</uniqueKey>
        <field name="id" type="string"/>
        <field name="_version_" type="plong"/>
        <dynamicField name="*_string" type="string"/>
        <dynamicField name="*_strings" type="string" multiValued="true"/>
        <dynamicField name="*_enum" type="enum"/>
        <dynamicField name="*_keyword" type="keyword"/>
        <dynamicField name="*_text" type="text"/>
        <dynamicField name="*_sortable" type="sortable"/>
        <dynamicField name="*_int" type="pint"/>
        <dynamicField name="*_long" type="plong"/>
        <dynamicField name="*_float" type="pfloat"/>
        <dynamicField name="*_double" type="pdouble"/>
        <dynamicField name="*_date" type="pdate"/>
        <dynamicField name="*_boolean" type="boolean"/>
        <dynamicField name="*_uuid" type="uuid"/>
        <dynamicField name="*_binary" type="binary"/>
        <dynamicField name="*_location" type="location"/>
        <dynamicField name="*_daterange" type="daterange"/>
        <dynamicField name="*_vector" type="vector"/>
        <dynamicField name="*_hidden" type="string" stored="false" useDocValuesAsStored="false"/>
        <dynamicField name="*_collation" type="collation"/>
        <dynamicField name="*_ignored" type="ignored"/>
        <dynamicField name="*_indexed" type="string" indexed="true" stored="false" docValues="false"/>
        <dynamicField name="*_stored" type="string" indexed="false" stored="true" docValues="false"/>
        <dynamicField name="*_valued" type="string" indexed="false" stored="false" docValues="true"/>
        <fieldType name="string" class="solr.StrField" docValues="true"/>
        <fieldType name="enum" class="solr.EnumFieldType" enumsConfig="enums.xml" enumName="e"
            docValues="true"/>
        <fieldType name="keyword" class="solr.TextField">
          <analyzer><tokenizer name="keyword"/><filter name="lowercase"/></analyzer>
        </fieldType>
        <fieldType name="text" class="solr.TextField">
          <analyzer><tokenizer name="standard"/></analyzer>
        </fieldType>
        <fieldType name="sortable" class="solr.SortableTextField">
          <analyzer><tokenizer name="standard"/></analyzer>
        </fieldType>
        <fieldType name="pint" class="solr.IntPointField" docValues="true"/>
        <fieldType name="plong" class="solr.LongPointField" docValues="true"/>
        <fieldType name="pfloat" class="solr.FloatPointField" docValues="true"/>
        <fieldType name="pdouble" class="solr.DoublePointField" docValues="true"/>
        <fieldType name="pdate" class="solr.DatePointField" docValues="true"/>
        <fieldType name="boolean" class="solr.BoolField"/>
        <fieldType name="uuid" class="solr.UUIDField"/>
        <fieldType name="binary" class="solr.BinaryField"/>
        <fieldType name="location" class="solr.LatLonPointSpatialField" docValues="true"/>
        <fieldType name="daterange" class="solr.DateRangeField"/>
        <fieldType name="vector" class="solr.DenseVectorField" vectorDimension="2"/>
        <fieldType name="collation" class="solr.CollationField" language="en"/>
        <fieldType name="ignored" class="solr.StrField" indexed="false" stored="false"
            docValues="false"/>
      </schema>
      """;
  private static final String ENUMS =
      "<enumsConfig><enum name=\"e\"><value>Mortgage</value></enum></enumsConfig>";
  private static final String CONFIG =
      """
      <config>
        <luceneMatchVersion>9.12</luceneMatchVersion>
        <schemaFactory class="ClassicIndexSchemaFactory"/>
        %s
      </config>
      """;

  private static final EmbeddedSolr SHARED = start();

  private final Path home;
  private final CoreContainer container;
  private final Map<String, SolrCore> cores = new HashMap<>();

  private EmbeddedSolr(Path home) {
    this.home = home;
    this.container = new CoreContainer(new NodeConfigBuilder("test", home).build());
  }

  public static EmbeddedSolr shared() {
    return SHARED;
  }

  public Path home() {
    return home;
  }

  /** The folder of a core's configuration, which is made if it is not there. */
  public Path conf(String core) throws IOException {
    return Files.createDirectories(home.resolve(core).resolve("conf"));
  }

  /**
   * A core, which is made when it is asked for first.
   *
   * @param more what its solrconfig.xml holds beside the least
   */
  public SolrCore core(String name, String more) throws IOException {
    SolrCore known = cores.get(name);
    return known == null ? create(name, more) : known;
  }

  void unload(String core) {
    cores.remove(core);
    container.unload(core);
  }

  public static SolrQueryRequest request(SolrCore core, Map<String, String> params) {
    return new SolrQueryRequestBase(core, new MapSolrParams(params)) {};
  }

  private static EmbeddedSolr start() {
    try {
      // Not in the machine's temporary folder: a process that is killed leaves it behind.
      Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
      EmbeddedSolr solr = new EmbeddedSolr(Files.createTempDirectory(target, "solr-home"));
      solr.container.load();
      Runtime.getRuntime().addShutdownHook(new Thread(solr::stop, "embedded-solr-stop"));
      return solr;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private SolrCore create(String name, String more) throws IOException {
    Path conf = conf(name);
    Files.writeString(conf.resolve("solrconfig.xml"), String.format(Locale.ROOT, CONFIG, more));
    Files.writeString(conf.resolve("schema.xml"), SCHEMA);
    Files.writeString(conf.resolve("enums.xml"), ENUMS);
    SolrCore core = container.create(name, Map.of());
    cores.put(name, core);
    return core;
  }

  private void stop() {
    container.shutdown();
    FileUtils.deleteQuietly(home.toFile());
  }
}
