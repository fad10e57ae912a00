/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.start;

import java.util.List;
import java.util.function.Predicate;
import org.apache.solr.update.processor.DistributingUpdateProcessorFactory;
import org.apache.solr.update.processor.RunUpdateProcessorFactory;
import org.apache.solr.update.processor.UpdateRequestProcessorChain.LazyUpdateProcessorFactoryHolder.LazyUpdateRequestProcessorFactory;
import org.apache.solr.update.processor.UpdateRequestProcessorFactory;

/**
 * A chain of update processors, with what Solr put into it by itself.
 *
 * @param title what messages call it
 * @param processors its factories, in order
 */
record Chain(String title, List<UpdateRequestProcessorFactory> processors) {

  Chain {
    processors = List.copyOf(processors);
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
