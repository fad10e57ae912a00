/* SPDX-License-Identifier: Apache-2.0 */

/**
 * Fuzz targets: one method each for what Docket reads. The ordinary build runs them on the inputs
 * that are saved under {@code src/test/resources/org/docket/fuzz}, by class and method; {@code
 * conf/build/fuzz} makes up new ones, and saves there what breaks something.
 *
 * <p>All ask the same: nothing but {@link org.docket.error.DocketException} (or {@link
 * java.io.IOException}, where it is declared) comes out, what is read twice is the same, it ends
 * within 30 seconds, and half a gigabyte of heap is enough.
 */
package org.docket.fuzz;
