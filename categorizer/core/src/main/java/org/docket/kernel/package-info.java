/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The few operations that take the time, over plain float arrays, behind one interface: {@link
 * org.docket.kernel.Kernel}. {@link org.docket.kernel.Kernels} chooses the fastest that the JVM
 * offers.
 *
 * <p>Networks, layers and models are not known here.
 *
 * <p>For Docket's own modules; not API.
 */
package org.docket.kernel;
