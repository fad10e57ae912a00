/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.config;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.solr.common.params.ModifiableSolrParams;
import org.apache.solr.common.params.SolrParams;
import org.apache.solr.common.util.NamedList;
import org.docket.error.DocketException;
import org.docket.error.NearestName;

/**
 * The parameters as solrconfig.xml gives them, and what a request makes of them.
 *
 * @param defaults what stands at the factory itself or under {@code defaults}; requests override it
 * @param appends what is added to whatever a request says
 * @param invariants what no request can override
 */
public record FactoryArguments(SolrParams defaults, SolrParams appends, SolrParams invariants) {

  private static final List<String> SECTIONS = List.of("defaults", "appends", "invariants");
  private static final String KNOWN = "known are " + String.join(", ", DoccatParams.ALL);

  /**
   * Reads the arguments of the factory.
   *
   * @throws DocketException if there is a parameter that the plugin does not know
   */
  public static FactoryArguments of(NamedList<?> args) {
    ModifiableSolrParams defaults = section(args, "defaults");
    for (Map.Entry<String, ?> entry : args) {
      if (!SECTIONS.contains(entry.getKey())) {
        add(defaults, entry.getKey(), entry.getValue());
      }
    }
    return new FactoryArguments(defaults, section(args, "appends"), section(args, "invariants"));
  }

  /** The parameters that hold for every request that says nothing. */
  public SolrParams effective() {
    return effective(new ModifiableSolrParams());
  }

  /** The parameters that hold for a request; Solr's own handlers mix theirs in the same order. */
  public SolrParams effective(SolrParams request) {
    SolrParams asked = SolrParams.wrapDefaults(request, defaults);
    return SolrParams.wrapDefaults(invariants, SolrParams.wrapAppended(asked, appends));
  }

  /**
   * Our parameters in a request.
   *
   * @throws DocketException if one is unknown or can be set at the factory only
   */
  public static SolrParams overrides(SolrParams request) {
    ModifiableSolrParams ours = new ModifiableSolrParams();
    for (Iterator<String> names = request.getParameterNamesIterator(); names.hasNext(); ) {
      String name = names.next();
      if (DoccatParams.isOurs(name)) {
        checkKnown(name);
        checkOverridable(name);
        ours.set(name, request.getParams(name));
      }
    }
    return ours;
  }

  private static ModifiableSolrParams section(NamedList<?> args, String section) {
    ModifiableSolrParams params = new ModifiableSolrParams();
    Object content = args.get(section);
    if (content == null) {
      return params;
    }
    if (!(content instanceof NamedList<?> list)) {
      throw new DocketException(
          String.format(
              Locale.ROOT,
              "'%s' is '%s'; it must be a list: <lst name=\"%s\">…</lst>",
              section,
              content,
              section));
    }
    for (Map.Entry<String, ?> entry : list) {
      add(params, entry.getKey(), entry.getValue());
    }
    return params;
  }

  private static void add(ModifiableSolrParams params, String name, Object value) {
    checkKnown(name);
    if (value instanceof Collection<?> values) {
      values.forEach(item -> params.add(name, String.valueOf(item)));
    } else {
      params.add(name, String.valueOf(value));
    }
  }

  private static void checkKnown(String name) {
    if (name == null || !DoccatParams.ALL.contains(name)) {
      String nearest = name == null ? "" : NearestName.hint(name, DoccatParams.ALL);
      throw new DocketException("unknown parameter '" + name + "'" + nearest + "; " + KNOWN);
    }
  }

  private static void checkOverridable(String name) {
    if (DoccatParams.FACTORY_ONLY.contains(name)) {
      throw new DocketException(name + " cannot be set by a request; set it in solrconfig.xml");
    }
  }
}
