/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli;

import java.util.concurrent.Callable;

/**
 * A command of {@code docket}: annotated as picocli's, and found by {@link
 * java.util.ServiceLoader}. So each module brings its own, and docket-cli does without the jars
 * that training and Solr need.
 *
 * <p>A command takes the place of the one whose subclass it is.
 */
public interface DocketCommand extends Callable<Integer> {}
