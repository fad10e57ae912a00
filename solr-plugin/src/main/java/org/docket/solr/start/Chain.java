/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.start;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.solr.update.processor.AtomicUpdateProcessorFactory;
import org.apache.solr.update.processor.DistributingUpdateProcessorFactory;
import org.apache.solr.update.processor.RunUpdateProcessorFactory;
import org.apache.solr.update.processor.UpdateRequestProcessorChain.LazyUpdateProcessorFactoryHolder.LazyUpdateRequestProcessorFactory;
import org.apache.solr.update.processor.UpdateRequestProcessorFactory;
import org.docket.solr.tagger.Tagger;

/**
 * A chain of update processors, with what Solr put into it by itself.
 *
 * @param name what requests call it, if they can
 * @param title what messages call it
 * @param processors its factories, in order
 */
record Chain(Optional<String> name, String title, List<UpdateRequestProcessorFactory> processors) {

  Chain {
    processors = List.copyOf(processors);
  }

  /** One that solrconfig.xml gives a name. */
  static Chain named(String name, List<UpdateRequestProcessorFactory> processors) {
    return new Chain(Optional.of(name), "chain '" + name + "'", processors);
  }

  /** One that no request can name, or need not. */
  static Chain unnamed(String title, List<UpdateRequestProcessorFactory> processors) {
    return new Chain(Optional.empty(), title, processors);
  }

  boolean has(UpdateRequestProcessorFactory factory) {
    return place(factory) >= 0;
  }

  boolean hasRun() {
    return first(RunUpdateProcessorFactory.class::isInstance) >= 0;
  }

  /** What stands after it sees nothing that is indexed. */
  boolean hasAfterRun(UpdateRequestProcessorFactory factory) {
    return hasRun() && place(factory) > first(RunUpdateProcessorFactory.class::isInstance);
  }

  /** What stands after it runs on every replica. */
  boolean hasAfterDistribution(UpdateRequestProcessorFactory factory) {
    int distribution = first(DistributingUpdateProcessorFactory.class::isInstance);
    return distribution >= 0 && place(factory) > distribution;
  }

  /** What stands there makes partial updates of the documents that the factory tagged as whole. */
  boolean hasAtomicBehind(UpdateRequestProcessorFactory factory) {
    return has(factory)
        && processors.stream()
            .skip(place(factory))
            .anyMatch(each -> unwrapped(each) instanceof AtomicUpdateProcessorFactory);
  }

  /** Whether any processor tags documents. */
  boolean hasTagger() {
    return processors.stream().anyMatch(each -> unwrapped(each) instanceof Tagger);
  }

  /** The fields that a factory writes to, and some factory before it too. */
  List<String> fieldsWrittenBefore(UpdateRequestProcessorFactory factory) {
    Set<String> written = new HashSet<>();
    List<String> twice = new ArrayList<>();
    for (UpdateRequestProcessorFactory each : processors) {
      if (unwrapped(each) instanceof Tagger tagger) {
        Set<String> fields = tagger.config().targets().keySet();
        if (tagger == factory) {
          fields.stream().filter(written::contains).forEach(twice::add);
        }
        written.addAll(fields);
      }
    }
    return twice;
  }

  /** Whether it comes out of a package, in a wrapper that hides what it is. */
  boolean wraps(UpdateRequestProcessorFactory factory) {
    return has(factory) && !processors.contains(factory);
  }

  private int place(UpdateRequestProcessorFactory factory) {
    return first(each -> unwrapped(each) == factory);
  }

  private int first(Predicate<UpdateRequestProcessorFactory> wanted) {
    for (int i = 0; i < processors.size(); i++) {
      if (wanted.test(processors.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private static UpdateRequestProcessorFactory unwrapped(UpdateRequestProcessorFactory factory) {
    return factory instanceof LazyUpdateRequestProcessorFactory lazy ? lazy.getDelegate() : factory;
  }
}
